import type { Finding } from '../../../shared/ipc/models-environment.ts'
import type { Check } from '../check.ts'
import { inOrder, notApplicable, outOfOrder } from '../finding.ts'
import { dial, waysTo, type DialParts, type Failed } from './dial.ts'
import { proxyText } from './proxy-text.ts'
import { lookAtLayer, longestLookMs, type Target } from './target.ts'

/**
 * Which proxy is used for the platform, who says so, and does it do its part? Codes platform.proxy with details.reason
 * (ProxyFault), environment.proxySkipped.
 */
export function createProxyCheck(parts: DialParts): Check {
  return {
    name: 'proxy',
    deadlineMs: longestLookMs,
    run: (signal) => lookAtLayer(parts.way, (target) => lookForProxy(target, signal, parts)),
  }
}

async function lookForProxy(target: Target, signal: AbortSignal, parts: DialParts): Promise<Finding> {
  const { mode } = parts.way.policy().proxy
  const source = mode === 'manual' ? 'settings' : mode
  const ways = await waysTo(target, AbortSignal.any([signal, parts.deadline(longestAskMs)]), parts)
  if ('stage' in ways) return outOfOrder('blocked', ways.failure, { fix: 'open-settings' })
  if (ways[0]?.kind === 'direct') return notApplicable(target.isHere ? 'here' : source)
  const dialled = await dial(target, 'connection', signal, parts)
  if (!dialled.ok && dialled.stage === 'proxy') {
    return outOfOrder('blocked', dialled.failure, { details: tried([dialled]), fix: 'open-settings' })
  }
  const skipped = dialled.ok ? dialled.skipped : []
  if (skipped.length > 0) {
    return outOfOrder('attention', { code: 'environment.proxySkipped' }, { details: tried(skipped) })
  }
  const { route } = dialled
  // The proxy has done its part; what is behind it is the next row's.
  if (route === undefined || route.kind === 'direct') return notApplicable(source)
  const proxy = proxyText(route)
  return inOrder({ form: source, proxy }, { details: [{ label: 'proxy', value: proxy }] })
}

/** A script that says which proxy to use may be on the network itself. */
const longestAskMs = 4000

/** Which proxies were tried in vain, and the word for what they did. */
function tried(ways: readonly Failed[]): NonNullable<Finding['details']> {
  return ways.flatMap(({ route, failure }) => {
    if (route === undefined || route.kind === 'direct') return []
    const reason = failure.details?.['reason']
    const why = typeof reason === 'string' ? ` (${reason})` : ''
    return [{ label: 'proxy', value: `${proxyText(route)}${why}` }]
  })
}
