import type { Finding } from '../../../shared/ipc/models-environment.ts'
import type { Check } from '../check.ts'
import { inOrder, outOfOrder } from '../finding.ts'
import { dial, type DialParts } from './dial.ts'
import { isForwarded, proxyText } from './proxy-text.ts'
import { lookAtLayer, longestLookMs, type Target } from './target.ts'

/**
 * Does the platform's host take a connection, through the proxy where there is one? Codes environment.connectionFailed
 * with details.reason (ConnectionFault), platform.proxy with `gateway`.
 */
export function createConnectionCheck(parts: DialParts): Check {
  return {
    name: 'platform-connection',
    deadlineMs: longestLookMs,
    run: (signal) => lookAtLayer(parts.way, (target) => lookForConnection(target, signal, parts)),
  }
}

async function lookForConnection(target: Target, signal: AbortSignal, parts: DialParts): Promise<Finding> {
  const { host, port } = target
  const dialled = await dial(target, 'connection', signal, parts)
  const details = [
    { label: 'host', value: host },
    { label: 'port', value: String(port) },
  ]
  if (!dialled.ok) {
    if (dialled.stage === 'connection') return outOfOrder('blocked', dialled.failure, { details })
    return outOfOrder('unknown', { code: 'environment.earlierStepFailed' })
  }
  const { route, durationMs: ms, remoteAddress } = dialled
  // Such a proxy is asked for the whole address: whether it reaches the platform shows in its answer only.
  if (isForwarded(target, route)) return outOfOrder('unknown', { code: 'environment.notSeparable' })
  if (route.kind !== 'direct') {
    const proxy = { label: 'proxy', value: proxyText(route) }
    return inOrder({ form: 'proxy', host, port, ms }, { details: [...details, proxy] })
  }
  const address = remoteAddress === undefined ? [] : [{ label: 'address', value: remoteAddress }]
  return inOrder({ host, port, ms }, { details: [...details, ...address] })
}
