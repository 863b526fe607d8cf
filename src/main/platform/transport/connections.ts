import http from 'node:http'
import https from 'node:https'
import type { ProxyChoice, TlsPolicy } from './network-policy.ts'
import { proxyAgents } from './proxy-agents.ts'
import { tlsOptions } from './tls-options.ts'

interface Agents {
  readonly httpAgent: http.Agent
  readonly httpsAgent: http.Agent
}

export interface Connections {
  /** Kept open and used again. */
  readonly kept: Agents
  /**
   * New for each request: one that must not be repeated should not die because the platform closed a kept connection
   * at that moment.
   */
  readonly fresh: Agents
}

/** Our own agents, so that neither the environment (HTTP_PROXY, NODE_TLS_REJECT_UNAUTHORIZED) nor a global agent decides. */
export function createConnections(
  policy: TlsPolicy = { pins: [] },
  proxy: ProxyChoice = { kind: 'direct' },
): Connections {
  const agents = (keepAlive: boolean): Agents => {
    const options = { keepAlive, maxSockets: 4 }
    if (proxy.kind !== 'direct') return proxyAgents(proxy, policy, options)
    const secure = { ...options, ...tlsOptions(policy) }
    return { httpAgent: new http.Agent(options), httpsAgent: new https.Agent(secure) }
  }
  return { kept: agents(true), fresh: agents(false) }
}
