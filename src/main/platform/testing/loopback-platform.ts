/** For tests: the real client in front of a loopback server, with pauses and deadlines that need no waiting. */
import { AppError } from '../../app-error.ts'
import { createPlatform, type PlatformConnection, type PlatformOptions } from '../platform.ts'
import type { Sleep } from '../retry.ts'
import { answers } from './behaviours.ts'
import { startLoopbackServer, type Behaviour, type LoopbackServer, type SeenRequest } from './loopback-server.ts'
import { sessionSample } from './wire-samples.ts'

export interface LoopbackPlatform extends PlatformConnection {
  readonly server: LoopbackServer
  /** Milliseconds of each pause between two sendings. */
  readonly pauses: readonly number[]
  /** What the server saw, without the log-in. */
  requests(): readonly SeenRequest[]
}

export const account = 'wang'
export const password = 'Pa55-w0rd-very-secret'

const logsIn: Behaviour = answers(201, sessionSample)

/** @param behaviours of the requests after the log-in, which has been made when this ends */
export async function startLoggedIn(
  behaviours: readonly Behaviour[],
  options: Partial<PlatformOptions> = {},
): Promise<LoopbackPlatform> {
  const platform = await startLoopbackPlatform([logsIn, ...behaviours], options)
  await platform.session.login(account, password)
  return { ...platform, requests: () => platform.server.seen.slice(1) }
}

export async function startLoopbackPlatform(
  behaviours: readonly Behaviour[],
  options: Partial<PlatformOptions> = {},
): Promise<LoopbackPlatform> {
  let current = new AbortController()
  const server = await startLoopbackServer(behaviours, { timeIsUp: () => current.abort() })
  const pauses: number[] = []
  const sleep: Sleep = (ms) => {
    pauses.push(ms)
    return Promise.resolve()
  }
  const connection = createPlatform({
    baseUrl: () => server.address,
    userAgent: 'cert-user-tool/test',
    sleep,
    random: () => 1,
    deadline: () => {
      current = new AbortController()
      return current.signal
    },
    ...options,
  })
  return { ...connection, server, pauses, requests: () => server.seen }
}

/** The failure of a call that must fail. */
export async function failureOf(call: Promise<unknown>): Promise<AppError['failure']> {
  const error = await errorOf(call)
  return error.failure
}

export async function errorOf(call: Promise<unknown>): Promise<AppError> {
  const ended = await call.then(
    () => 'it succeeded',
    (error: unknown) => error,
  )
  if (ended instanceof AppError) return ended
  throw new Error('expected an AppError', { cause: ended })
}
