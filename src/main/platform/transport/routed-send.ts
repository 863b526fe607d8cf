import type { Send } from '../http-client.ts'
import type { Attempt } from '../platform-failure.ts'
import { transportFailure } from '../transport-errors.ts'
import { createConnections, type Connections } from './connections.ts'
import type { NetworkPolicy, ProxyChoice } from './network-policy.ts'
import { proxyError } from './proxy-error.ts'
import { routesTo } from './routes.ts'
import type { SystemNetwork } from './system-network.ts'
import { unlessGivenUp } from './unless-given-up.ts'

/** One way to send: connections of our own, or the system's network stack. */
export type Line = { readonly connections: Connections } | { readonly fetch: typeof globalThis.fetch }

interface RoutedSendOptions {
  /** As it is at the moment of each call. */
  readonly policy: () => NetworkPolicy
  readonly system: SystemNetwork
  readonly open: (line: Line) => Send
  /** Gives a signal that aborts after so many ms. */
  readonly deadline: (ms: number) => AbortSignal
}

/** Sends by the policy of the moment: through the system's network, or over the first way that takes the request. */
export function createRoutedSend({ policy, system, open, deadline }: RoutedSendOptions): Send {
  const lineFor = createLines(open, system)
  return async (sending) => {
    const current = policy()
    if (current.useSystemNetwork) return lineFor(current)(sending)
    const limit = deadline(sending.endpoint.timeoutMs)
    try {
      const routes = await unlessGivenUp(routesTo(sending.baseUrl, current, system), [limit, sending.signal])
      return await sendOver(routes, (route) => lineFor(current, route)(sending))
    } catch (thrown) {
      const ended = { thrown, cancelled: sending.signal?.aborted === true, timedOut: limit.aborted }
      // Nothing was sent while the way was looked for.
      return { ok: false, failure: { ...transportFailure(sending.endpoint, ended), outcome: 'not-done' } }
    }
  }
}

/** A connection that is kept serves the policy that it was made under, and no other. */
function createLines(open: (line: Line) => Send, system: SystemNetwork) {
  let madeUnder = ''
  const sends = new Map<string, Send>()
  return ({ tls }: NetworkPolicy, route?: ProxyChoice): Send => {
    const current = JSON.stringify(tls)
    if (current !== madeUnder) sends.clear()
    madeUnder = current
    const name = JSON.stringify(route ?? 'system')
    const send =
      sends.get(name) ??
      open(route === undefined ? { fetch: system.fetch(tls) } : { connections: createConnections(tls, route) })
    sends.set(name, send)
    return send
  }
}

/** When a request certainly went nowhere, the next way may still take it; when none does, the first one's fault is told. */
async function sendOver(
  [route, ...others]: readonly ProxyChoice[],
  send: (route: ProxyChoice) => Promise<Attempt>,
): Promise<Attempt> {
  if (route === undefined) throw proxyError('unresolved', 'no way to send')
  const first = await send(route)
  for (const other of wentNowhere(first) ? others : []) {
    const attempt = await send(other)
    if (!wentNowhere(attempt)) return attempt
  }
  return first
}

function wentNowhere(attempt: Attempt): boolean {
  if (attempt.ok || attempt.failure.outcome !== 'not-done') return false
  return attempt.failure.code === 'platform.unreachable' || attempt.failure.code === 'platform.proxy'
}
