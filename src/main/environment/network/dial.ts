import type { ConnectionFault } from '../../../shared/failure-words.ts'
import type { Failure } from '../../../shared/failure.ts'
import { endpoints } from '../../../shared/platform/endpoints.ts'
import { AppError, toFailure } from '../../app-error.ts'
import type { PlatformWay } from '../../platform/platform.ts'
import { transportFailure } from '../../platform/transport-errors.ts'
import type { ProxyChoice } from '../../platform/transport/network-policy.ts'
import { routesTo } from '../../platform/transport/routes.ts'
import { unlessGivenUp } from '../../platform/transport/unless-given-up.ts'
import { connect, type Connected, type Layer } from './connect.ts'
import { isOffline, nameFaultOf, type Lookup } from './lookup.ts'
import type { Target } from './target.ts'

/** Where it ended. `proxy`: which way, or at the proxy itself. */
type Stage = 'proxy' | 'name' | Layer

interface Arrived extends Connected {
  readonly ok: true
  readonly route: ProxyChoice
  readonly durationMs: number
  /** Why ways that come before this one could not be used. */
  readonly skipped: readonly Failed[]
}

export interface Failed {
  readonly ok: false
  readonly stage: Stage
  readonly failure: Failure
  /** Absent where there was none to take. */
  readonly route?: ProxyChoice
}

export type Dialled = Arrived | Failed

export interface DialParts {
  readonly way: PlatformWay
  readonly lookup: Lookup
  /** Gives a signal that aborts after so many ms. */
  readonly deadline: (ms: number) => AbortSignal
}

/** For the way, a name and a connection together; a proxy has its own, shorter limit. */
const longestDialMs = 7000

/** Connects as a call of the platform would, over the first way that takes it, and says where it ended. Never rejects. */
export async function dial(target: Target, until: Layer, signal: AbortSignal, parts: DialParts): Promise<Dialled> {
  const limit = AbortSignal.any([signal, parts.deadline(longestDialMs)])
  const routes = await waysTo(target, limit, parts)
  if ('stage' in routes) return routes
  const skipped: Failed[] = []
  for (const route of routes) {
    const dialled = await dialOver(route, { target, until, limit, parts })
    if (dialled.ok) return { ...dialled, skipped }
    // The client goes on only where a request cannot have gone anywhere.
    if (dialled.stage === 'security') return dialled
    skipped.push(dialled)
  }
  return skipped[0] ?? unresolved
}

/** It took the connection, or did not even that, and no tunnel came. */
const silentProxy = {
  stage: 'proxy',
  failure: { code: 'platform.proxy', details: { reason: 'unreachable' } },
} as const

const unresolved: Failed = {
  ok: false,
  stage: 'proxy',
  failure: { code: 'platform.proxy', details: { reason: 'unresolved' } },
}

/** The ways in their order, or why there is none. A PAC script that does not answer is none. */
export async function waysTo(
  target: Target,
  limit: AbortSignal,
  { way }: Pick<DialParts, 'way'>,
): Promise<readonly ProxyChoice[] | Failed> {
  try {
    return await unlessGivenUp(routesTo(target.baseUrl, way.policy(), way.system), [limit])
  } catch {
    return unresolved
  }
}

interface Dialling {
  readonly target: Target
  readonly until: Layer
  readonly limit: AbortSignal
  readonly parts: DialParts
}

async function dialOver(route: ProxyChoice, dialling: Dialling): Promise<Arrived | Failed> {
  const { target, until, limit, parts } = dialling
  const begun = performance.now()
  let stage: Stage = 'name'
  try {
    const asksForName = route.kind === 'direct' && !target.isNumeric
    const addresses = asksForName ? await findName(target.host, limit, parts.lookup) : undefined
    stage = 'connection'
    const connected = await connect({
      ...{ target, route, addresses, until, tls: parts.way.policy().tls, signal: limit },
      reached: (layer) => {
        if (layer === 'connection') stage = 'security'
      },
    })
    return { ok: true, route, ...connected, durationMs: Math.ceil(performance.now() - begun), skipped: [] }
  } catch (thrown) {
    return { ok: false, route, ...judge(thrown, { stage, route, timedOut: limit.aborted }) }
  }
}

/** Code environment.nameUnresolved, with details.reason (NameFault). */
export async function findName(host: string, limit: AbortSignal, lookup: Lookup): Promise<readonly string[]> {
  try {
    return await unlessGivenUp(lookup(host), [limit])
  } catch (cause) {
    const reason = limit.aborted ? 'timeout' : nameFaultOf(cause, isOffline())
    throw new AppError('environment.nameUnresolved', { cause, details: { reason } })
  }
}

interface Ended {
  readonly stage: Stage
  readonly route: ProxyChoice
  readonly timedOut: boolean
}

function judge(thrown: unknown, { stage, route, timedOut }: Ended): Pick<Failed, 'stage' | 'failure'> {
  if (thrown instanceof AppError) return { stage, failure: toFailure(thrown) }
  const { code, details } = transportFailure(endpoints.getService, { thrown, cancelled: false, timedOut })
  // A proxy that cannot reach the platform does its own part.
  if (code === 'platform.proxy')
    return { stage: details['reason'] === 'gateway' ? 'connection' : 'proxy', failure: { code, details } }
  if (code === 'platform.timeout' && stage === 'connection') {
    return route.kind === 'direct' ? connectionFailed(stage, 'timeout') : silentProxy
  }
  if (code !== 'platform.unreachable') return { stage, failure: { code, details } }
  return connectionFailed(stage, faults[String(details['network'])] ?? 'closed')
}

const faults: Readonly<Record<string, ConnectionFault>> = {
  ECONNREFUSED: 'refused',
  ETIMEDOUT: 'timeout',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EACCES: 'unreachable',
}

function connectionFailed(stage: Stage, reason: ConnectionFault): Pick<Failed, 'stage' | 'failure'> {
  return { stage, failure: { code: 'environment.connectionFailed', details: { reason } } }
}
