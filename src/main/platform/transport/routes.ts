import { isLoopback } from '../../../shared/platform/loopback.ts'
import type { NetworkPolicy, ProxyChoice } from './network-policy.ts'
import { proxyError } from './proxy-error.ts'
import { parseProxyList } from './proxy-list.ts'
import type { SystemNetwork } from './system-network.ts'

/**
 * The ways to an address, in the order in which they are tried; at least one. Rejects with a proxyError when the system
 * gives no way that can be used: going directly instead would be a guess.
 */
export async function routesTo(
  baseUrl: string,
  { proxy }: Pick<NetworkPolicy, 'proxy'>,
  system: SystemNetwork,
): Promise<readonly ProxyChoice[]> {
  // No proxy can reach this very computer.
  if (proxy.mode === 'none' || isLoopback(new URL(baseUrl).hostname)) return [{ kind: 'direct' }]
  if (proxy.mode === 'manual') return [proxy.proxy]
  const routes = parseProxyList(await askSystem(baseUrl, system))
  if (routes.length === 0) throw proxyError('unresolved', 'no entry that can be used')
  return routes
}

async function askSystem(baseUrl: string, system: SystemNetwork): Promise<string> {
  try {
    return await system.resolveProxy(baseUrl)
  } catch {
    throw proxyError('unresolved', 'the system gave no answer')
  }
}
