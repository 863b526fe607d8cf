import type { Endpoint } from '../../shared/platform/endpoint.ts'
import {
  endpoints,
  type OperationId,
  type PlatformAnswer,
  type PlatformRequest,
} from '../../shared/platform/endpoints.ts'
import { AppError } from '../app-error.ts'
import type { Access } from './access.ts'
import type { RequestParts } from './checked-request.ts'
import type { Dialect } from './dialects/dialect.ts'
import type { Send, Sending } from './http-client.ts'
import { toAppError } from './platform-errors.ts'
import { withRepeats, type Repeats, type Sleep } from './retry.ts'

export interface CallOptions {
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
  readonly dialect: Dialect
  readonly send: Send
  readonly sleep: Sleep
  readonly random: () => number
}

export function createPlatformCall(dependencies: CallDependencies): PlatformCall {
  return async (operation, request, options = {}) => {
    const call = plan(dependencies, endpoints[operation], request, options)
    const value = await run(dependencies, call)
    // The schema of this very operation has made the value; TypeScript does not see that they belong together.
    return value as PlatformAnswer<typeof operation>
  }
}

interface PlannedCall {
  readonly sending: Sending
  readonly accessToken: string | undefined
  readonly repeats: Repeats
}

function plan(
  { baseUrl: currentBaseUrl, access, dialect }: CallDependencies,
  endpoint: Endpoint,
  request: RequestParts,
  options: CallOptions,
): PlannedCall {
  const baseUrl = currentBaseUrl()
  const accessToken = endpoint.auth ? tokenFor(access, baseUrl) : undefined
  const idempotencyKey = keyFor(endpoint, options.key)
  const prepared = dialect.prepare(endpoint, request, { accessToken, idempotencyKey })
  const repeats = options.repeat === false ? 'never' : repeatsOf(endpoint, dialect)
  const isRepeatable = repeats === 'always'
  return {
    sending: { endpoint, baseUrl, request: prepared, isRepeatable, signal: options.signal },
    accessToken,
    repeats,
  }
}

function repeatsOf({ retry }: Endpoint, { idempotent }: Dialect): Repeats {
  if (retry === 'keyed') return idempotent ? 'always' : 'unless-done'
  return retry === 'safe' ? 'always' : 'never'
}

async function run(
  { access, send, sleep, random }: CallDependencies,
  { sending, accessToken, repeats }: PlannedCall,
): Promise<unknown> {
  const attempt = await withRepeats(() => send(sending), { repeats, sleep, random, signal: sending.signal })
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
