import type { Endpoint } from '../../shared/platform/endpoint.ts'
import {
  endpoints,
  type OperationId,
  type PlatformAnswer,
  type PlatformRequest,
} from '../../shared/platform/endpoints.ts'
import { AppError } from '../app-error.ts'
import type { Access } from './access.ts'
import type { Send, Sending } from './http-client.ts'
import { toAppError } from './platform-errors.ts'
import { prepareRequest, type RequestParts } from './prepared-request.ts'
import { withRepeats, type Sleep } from './retry.ts'

interface CallOptions {
  /** Needed for a `keyed` operation: a UUID, the same one for every sending of the same request. */
  readonly key?: string
  readonly signal?: AbortSignal
  /** False: send once, however harmless a repeat would be. */
  readonly repeat?: boolean
}

/** Calls one operation of the platform. Rejects with AppError, details.outcome always set (Outcome). */
export type PlatformCall = <O extends OperationId>(
  operation: O,
  request: PlatformRequest<O>,
  options?: CallOptions,
) => Promise<PlatformAnswer<O>>

export interface CallDependencies {
  /** Normalised; throws platform.notConfigured or platform.addressInvalid. */
  readonly baseUrl: () => string
  readonly access: Access
  readonly send: Send
  readonly sleep: Sleep
  readonly random: () => number
}

export function createPlatformCall(dependencies: CallDependencies): PlatformCall {
  return async (operation, request, options = {}) => {
    const sending = plan(dependencies, endpoints[operation], request, options)
    const value = await run(dependencies, sending, options)
    // The schema of this very operation has made the value; TypeScript does not see that they belong together.
    return value as PlatformAnswer<typeof operation>
  }
}

function plan(
  { baseUrl: currentBaseUrl, access }: CallDependencies,
  endpoint: Endpoint,
  request: RequestParts,
  options: CallOptions,
): Sending {
  const baseUrl = currentBaseUrl()
  const prepared = prepareRequest(endpoint, request)
  return {
    endpoint,
    baseUrl,
    request: prepared,
    idempotencyKey: keyFor(endpoint, options.key),
    accessToken: endpoint.auth ? tokenFor(access, baseUrl) : undefined,
    signal: options.signal,
  }
}

async function run(
  { access, send, sleep, random }: CallDependencies,
  sending: Sending,
  options: CallOptions,
): Promise<unknown> {
  const { endpoint, signal, accessToken } = sending
  const retry = options.repeat === false ? 'never' : endpoint.retry
  const attempt = await withRepeats(() => send(sending), { retry, sleep, random, signal })
  if (attempt.ok) return attempt.value
  if (accessToken !== undefined && attempt.failure.code === 'platform.loginRequired') access.end(accessToken)
  throw toAppError(attempt.failure)
}

function tokenFor(access: Access, baseUrl: string): string {
  const token = access.tokenAt(baseUrl)
  if (token === undefined) throw new AppError('platform.loginRequired', { details: { outcome: 'not-done' } })
  return token
}

function keyFor(endpoint: Endpoint, key: string | undefined): string | undefined {
  if (endpoint.retry !== 'keyed') return undefined
  if (key !== undefined && /^[A-Za-z0-9-]{16,64}$/.test(key)) return key
  // A repeat without the caller's own key could act twice.
  throw new AppError('internal', { details: { outcome: 'not-done', operation: endpoint.operationId, missing: 'key' } })
}
