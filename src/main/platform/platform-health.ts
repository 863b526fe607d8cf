import type { PlatformStatus } from '../../shared/ipc/models-platform.ts'
import type { PlatformAnswer } from '../../shared/platform/endpoints.ts'
import type { ErrorCode } from '../../shared/error-codes.ts'
import type { Failure } from '../../shared/failure.ts'
import { toFailure } from '../app-error.ts'
import type { PlatformHealth } from '../platform-account/ports.ts'
import type { PlatformCall } from './platform-call.ts'

interface Known {
  /** What one platform told says nothing about another. */
  readonly baseUrl: string
  readonly status: PlatformStatus
  readonly askedAt?: number | undefined
  readonly heardAt?: number | undefined
}

const unknown: PlatformStatus = { state: 'unknown' }

/**
 * Watches every call: how it ends tells how the platform is, so nothing has to be polled.
 *
 * @param baseUrl of the platform that is configured now; undefined while there is none
 * @param now in ms since 1970
 */
export function watchPlatform(
  call: PlatformCall,
  baseUrl: () => string | undefined,
  now: () => number = Date.now,
): { readonly call: PlatformCall; readonly health: PlatformHealth } {
  const memory = createMemory(baseUrl)
  const watched: PlatformCall = async (operation, request, options) => {
    const address = baseUrl()
    try {
      const answer = await call(operation, request, options)
      // The schema of this very operation has made the value; TypeScript does not see that they belong together.
      const service = operation === 'getService' ? (answer as PlatformAnswer<'getService'>) : undefined
      const status = service === undefined ? available(memory.status()) : served(service)
      memory.learn(address, { status, heardAt: now() })
      return answer
    } catch (error) {
      const state = stateAfter(toFailure(error), now())
      if (state !== undefined) {
        memory.learn(address, { status: { ...features(memory.status()), ...state }, heardAt: now() })
      }
      throw error
    }
  }
  const ask = async () => {
    const address = baseUrl()
    await watched('getService', {}).finally(() => memory.learn(address, { askedAt: now() }))
  }
  const { status, moments, subscribe } = memory
  return { call: watched, health: { current: status, moments, ask, subscribe } }
}

function createMemory(baseUrl: () => string | undefined) {
  const listeners = new Set<(status: PlatformStatus) => void>()
  let known: Known | undefined
  const current = () => (known?.baseUrl === baseUrl() ? known : undefined)
  return {
    status: () => current()?.status ?? unknown,
    moments: () => ({ askedAt: current()?.askedAt, heardAt: current()?.heardAt }),
    learn: (address: string | undefined, change: Omit<Partial<Known>, 'baseUrl'>) => {
      // What a platform tells after the address was changed is not about the one that counts now.
      if (address === undefined || address !== baseUrl()) return
      const before = current()
      known = { baseUrl: address, status: unknown, ...before, ...change }
      const { status } = known
      if (JSON.stringify(status) === JSON.stringify(before?.status)) return
      for (const listener of [...listeners]) listener(status)
    },
    subscribe: (listener: (status: PlatformStatus) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function served({ features: named = [], maintenance, time }: PlatformAnswer<'getService'>): PlatformStatus {
  const at = Date.parse(time)
  const isClosed = maintenance !== undefined && Date.parse(maintenance.from) <= at && at < Date.parse(maintenance.until)
  if (!isClosed) return { state: 'available', features: named }
  return { state: 'maintenance', until: new Date(maintenance.until).toISOString(), features: named }
}

function available(status: PlatformStatus): PlatformStatus {
  return { state: 'available', ...features(status) }
}

/** These do not go with the platform's state. */
function features({ features: named }: PlatformStatus): Pick<PlatformStatus, 'features'> {
  return named === undefined ? {} : { features: named }
}

const unreachable: readonly ErrorCode[] = [
  'platform.unreachable',
  'platform.timeout',
  'platform.tls',
  'platform.pinMismatch',
  'platform.proxy',
  'platform.webPage',
]

/** What a failed call tells; undefined when it tells nothing, because it was not sent or only this program is to blame. */
function stateAfter({ code, details }: Failure, now: number): Pick<PlatformStatus, 'state' | 'until'> | undefined {
  if (code === 'platform.maintenance') return { state: 'maintenance', ...end(details?.['retryAfterSeconds'], now) }
  if (unreachable.includes(code)) return { state: 'unreachable' }
  // With a problem (RFC 9457) the platform itself has spoken.
  return details?.['problem'] === undefined ? undefined : { state: 'available' }
}

function end(seconds: unknown, now: number): Pick<PlatformStatus, 'until'> {
  return typeof seconds === 'number' ? { until: new Date(now + seconds * 1000).toISOString() } : {}
}
