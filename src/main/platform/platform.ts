import { AppError } from '../app-error.ts'
import type { Clock, Platform } from '../renewal/ports.ts'
import { createAccess } from './access.ts'
import { askingFirst } from './ask-first.ts'
import { contractDialect } from './dialects/contract.ts'
import type { Dialect } from './dialects/dialect.ts'
import { createHttpClient } from './http-client.ts'
import { createPlatformAdapter } from './platform-adapter.ts'
import { parsePlatformAddress } from './platform-address.ts'
import { createPlatformCall, type PlatformCall } from './platform-call.ts'
import { createPlatformClock, type MeasuredClock, type Measurement } from './platform-clock.ts'
import { sleep, type Sleep } from './retry.ts'
import { createSession, type PlatformSession } from './session.ts'

export interface PlatformOptions {
  /** The configured address, asked for at every call; undefined while there is none. */
  readonly baseUrl: () => string | undefined
  readonly userAgent: string
  /** How the platform words things; the contract unless told. */
  readonly dialect?: Dialect
  /** PEM; trusted instead of Node's own list of roots. */
  readonly certificateAuthorities?: readonly string[]
  /** The system's network stack; unless told, connections of our own. */
  readonly fetch?: typeof globalThis.fetch
  /** Gives a signal that aborts after so many ms; AbortSignal.timeout unless told. */
  readonly deadline?: (ms: number) => AbortSignal
  readonly sleep?: Sleep
  readonly random?: () => number
}

export interface PlatformConnection {
  readonly platform: Platform
  readonly session: PlatformSession
  readonly clock: Clock
  /** The platform's name and time (RFC 3339); needs no log-in. */
  service(): Promise<{ readonly name: string; readonly time: string }>
}

/**
 * The 证书在线服务平台. Codes of every call: platform.notConfigured, platform.addressInvalid, platform.unreachable, .timeout,
 * .tls, .maintenance, .webPage, .offContract, .tooLarge, .cancelled, .loginRequired, .forbidden, .rateLimited, .internal.
 */
export function createPlatform(options: PlatformOptions): PlatformConnection {
  const clock = createPlatformClock()
  const access = createAccess(clock)
  const { dialect = contractDialect } = options
  const address = followingAddress(options.baseUrl, dialect, clock)
  const baseUrl = address.current
  const { userAgent, certificateAuthorities, fetch, deadline } = options
  const http = { userAgent, read: dialect.read, certificateAuthorities, fetch, deadline, onDate: address.measure }
  const send = createHttpClient(http)
  const repeats = { sleep: options.sleep ?? sleep, random: options.random ?? Math.random }
  const sending = createPlatformCall({ baseUrl, access, dialect, send, ...repeats })
  const call = dialect.idempotent ? sending : askingFirst(sending)
  return {
    platform: createPlatformAdapter(call),
    session: createSession({ access, call, baseUrl }),
    clock: { now: clock.now, skewMs: clock.skewMs },
    service: () => readService(call),
  }
}

interface FollowedAddress {
  readonly current: () => string
  readonly measure: (measurement: Measurement, baseUrl: string) => void
}

/** The address of now. What another platform's clock told, or tells late, does not count. */
function followingAddress(
  configured: () => string | undefined,
  { basePath }: Dialect,
  clock: MeasuredClock,
): FollowedAddress {
  let last: string | undefined
  return {
    current: () => {
      const text = configured()
      if (text === undefined) throw new AppError('platform.notConfigured', { details: { outcome: 'not-done' } })
      const baseUrl = parsePlatformAddress(text).replace(/\/api\/v1$/, basePath)
      if (last !== undefined && last !== baseUrl) clock.forget()
      last = baseUrl
      return baseUrl
    },
    measure: (measurement, baseUrl) => {
      if (baseUrl === last) clock.measure(measurement)
    },
  }
}

async function readService(call: PlatformCall): Promise<{ readonly name: string; readonly time: string }> {
  const { name, time } = await call('getService', {})
  return { name, time }
}
