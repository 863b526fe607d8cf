import http from 'node:http'
import https from 'node:https'

interface Agents {
  readonly httpAgent: http.Agent
  readonly httpsAgent: https.Agent
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

/**
 * Our own agents, so that neither the environment (HTTP_PROXY, NODE_TLS_REJECT_UNAUTHORIZED) nor a global agent decides.
 *
 * @param certificateAuthorities PEM; the list of trusted roots instead of Node's own
 */
export function createConnections(certificateAuthorities: readonly string[] | undefined): Connections {
  // SECURITY(1): stated, because the environment would otherwise turn the check off.
  const tls = {
    minVersion: 'TLSv1.2',
    rejectUnauthorized: true,
    ...(certificateAuthorities === undefined ? {} : { ca: [...certificateAuthorities] }),
  } as const
  const agents = (keepAlive: boolean): Agents => ({
    httpAgent: new http.Agent({ keepAlive, maxSockets: 4 }),
    httpsAgent: new https.Agent({ keepAlive, maxSockets: 4, ...tls }),
  })
  return { kept: agents(true), fresh: agents(false) }
}
