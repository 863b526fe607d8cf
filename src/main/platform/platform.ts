import type { PlatformAnswer } from '../../shared/platform/endpoints.ts'
import { AppError } from '../app-error.ts'
import type { Clock, Platform } from '../renewal/ports.ts'
import type { AccountLists, PlatformHealth } from '../platform-account/ports.ts'
import type { SealPlatform } from '../seals/ports.ts'
import type { ContentPlatform } from '../content/ports.ts'
import { createAccess } from './access.ts'
import { createAccountAdapter } from './account-adapter.ts'
import { askingFirst } from './ask-first.ts'
import { createContentAdapter } from './content-adapter.ts'
import { contractDialect } from './dialects/contract.ts'
import type { Dialect } from './dialects/dialect.ts'
import { createHttpClient, type HttpClientOptions } from './http-client.ts'
import { createOpenDownload } from './open-download.ts'
import { createPlatformAdapter } from './platform-adapter.ts'
import { createSealAdapter } from './seal-adapter.ts'
import { parsePlatformAddress } from './platform-address.ts'
import { createPlatformCall, type CallOptions } from './platform-call.ts'
import { createPlatformClock, type MeasuredClock, type Measurement } from './platform-clock.ts'
import { watchPlatform } from './platform-health.ts'
import { sleep, type Sleep } from './retry.ts'
import { addressOrNone, createSession, type PlatformSession } from './session.ts'
import { directPolicy, type NetworkPolicy } from './transport/network-policy.ts'
import { createStreamClient } from './stream-client.ts'
import { createRoutedSend, type Line } from './transport/routed-send.ts'
import type { SystemNetwork } from './transport/system-network.ts'

export interface PlatformOptions {
  /** The configured address, asked for at every call; undefined while there is none. */
  readonly baseUrl: () => string | undefined
  readonly userAgent: string
  /** How the platform words things; the contract unless told. */
  readonly dialect?: Dialect
  /** How it may be reached, asked for at every call; directly and with Node's own roots unless told. */
  readonly policy?: () => NetworkPolicy
  /** Asked where the policy leaves the way to the system. */
  readonly system?: SystemNetwork
  /** Gives a signal that aborts after so many ms; AbortSignal.timeout unless told. */
  readonly deadline?: (ms: number) => AbortSignal
  readonly sleep?: Sleep
  readonly random?: () => number
  /** Told of each sending, however it ended. */
  readonly onSent?: HttpClientOptions['onSent']
  /** Keeps the access token out of the log until what it answers with is called. */
  readonly hide?: (accessToken: string) => () => void
}

export interface PlatformConnection {
  readonly platform: Platform
  readonly session: PlatformSession
  readonly lists: AccountLists
  readonly seals: SealPlatform
  readonly content: ContentPlatform
  readonly health: PlatformHealth
  readonly clock: Clock & Pick<MeasuredClock, 'subscribe'>
  /** What it says about itself; needs no log-in. */
  service(options?: Pick<CallOptions, 'signal' | 'repeat'>): Promise<ServiceInfo>
  /** By which address and policy it is reached, for those who look at the way alone. */
  readonly way: PlatformWay
}

export interface PlatformWay {
  /** The base of every call. Codes platform.notConfigured, platform.addressInvalid. */
  readonly baseUrl: () => string
  readonly policy: () => NetworkPolicy
  readonly system: SystemNetwork
}

/** Of the platform's own answer; instants are RFC 3339. */
export type ServiceInfo = Readonly<
  Pick<PlatformAnswer<'getService'>, 'name' | 'time' | 'apiVersion' | 'oldestClientVersion' | 'maintenance'>
>

/**
 * The 证书在线服务平台. Codes of every call: platform.notConfigured, platform.addressInvalid, platform.unreachable, .timeout,
 * .tls, .pinMismatch, .proxy, .maintenance, .webPage, .offContract, .tooLarge, .cancelled, .loginRequired, .forbidden, .rateLimited, .internal.
 */
export function createPlatform(options: PlatformOptions): PlatformConnection {
  const clock = createPlatformClock()
  const access = createAccess(clock, options.hide)
  const { dialect = contractDialect, policy = () => directPolicy } = options
  const address = followingAddress({ configured: options.baseUrl, policy, dialect, clock })
  const baseUrl = address.current
  const { userAgent, system = noSystem, deadline = AbortSignal.timeout } = options
  const http = { userAgent, read: dialect.read, deadline, onDate: address.measure, onSent: options.onSent }
  const open = (line: Line) => createHttpClient({ ...http, ...line })
  const send = createRoutedSend({ policy, system, open, deadline })
  const sendStream = createRoutedSend({
    ...{ policy, system, deadline },
    open: (line) => createStreamClient({ ...http, ...line }),
  })
  const repeats = { sleep: options.sleep ?? sleep, random: options.random ?? Math.random }
  const sending = createPlatformCall({ baseUrl, access, dialect, send, ...repeats })
  const asking = dialect.idempotent ? sending : askingFirst(sending)
  const { call, health } = watchPlatform(asking, () => addressOrNone(baseUrl))
  return {
    platform: createPlatformAdapter(call, health),
    session: createSession({ access, call, baseUrl }),
    lists: createAccountAdapter(call),
    seals: createSealAdapter(call),
    content: createContentAdapter(call, createOpenDownload({ baseUrl, dialect, send: sendStream })),
    health,
    clock: { now: clock.now, skewMs: clock.skewMs, subscribe: clock.subscribe },
    service: (options) => call('getService', {}, options),
    way: { baseUrl, policy, system },
  }
}

/** Without a system to ask, what is left to it fails instead of being guessed. */
const noSystem: SystemNetwork = {
  resolveProxy: () => Promise.reject(new Error('no system network')),
  fetch: () => () => Promise.reject(new Error('no system network')),
}

interface FollowedAddress {
  readonly current: () => string
  readonly measure: (measurement: Measurement, baseUrl: string) => void
}

/** The address of now. What another platform's clock told, or tells late, does not count. */
function followingAddress(asked: {
  readonly configured: () => string | undefined
  readonly policy: () => NetworkPolicy
  readonly dialect: Dialect
  readonly clock: MeasuredClock
}): FollowedAddress {
  const { configured, policy, dialect, clock } = asked
  let last: string | undefined
  return {
    current: () => {
      const text = configured()
      if (text === undefined) throw new AppError('platform.notConfigured', { details: { outcome: 'not-done' } })
      const contractUrl = parsePlatformAddress(text, policy().approvedPlainOrigin)
      const baseUrl = contractUrl.replace(/\/api\/v1$/, dialect.basePath)
      if (last !== undefined && last !== baseUrl) clock.forget()
      last = baseUrl
      return baseUrl
    },
    measure: (measurement, baseUrl) => {
      if (baseUrl === last) clock.measure(measurement)
    },
  }
}
