import http from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { TLSSocket } from 'node:tls'
import { createConnections } from '../../platform/transport/connections.ts'
import type { ProxyChoice, TlsPolicy } from '../../platform/transport/network-policy.ts'
import type { Target } from './target.ts'

/** How far a connection is to go, or had come when it ended. */
export type Layer = 'connection' | 'security'

export interface Connected {
  /** Of the platform, or of the proxy where one is in between. */
  readonly remoteAddress: string | undefined
  readonly tls?: TlsSeen
}

interface TlsSeen {
  /** 'TLSv1.3' */
  readonly protocol: string
  readonly notAfter: Date
  /** CN of its issuer; empty where it has none. */
  readonly issuer: string
}

interface Connecting {
  readonly target: Target
  readonly route: ProxyChoice
  readonly tls: TlsPolicy
  /** Found before, so that only the connection is tried. */
  readonly addresses: readonly string[] | undefined
  readonly until: Layer
  readonly signal: AbortSignal
  /** Told when a layer has been reached. */
  readonly reached: (layer: Layer) => void
}

/**
 * Connects by the client's own agents, so that proxies, roots and pins are judged as at every call, and hangs up before
 * anything is said: a request that is never ended sends nothing. Rejects with the error of the network.
 */
export function connect(connecting: Connecting): Promise<Connected> {
  const { target, route, tls, addresses, until, signal, reached } = connecting
  const { httpAgent, httpsAgent } = createConnections(tls, route).fresh
  const options = {
    ...{ host: target.host, port: target.port, method: 'GET', path: '/', signal },
    ...(addresses === undefined ? {} : { lookup: answering(addresses) }),
  }
  const request = target.isSecure
    ? https.request({ ...options, agent: httpsAgent })
    : http.request({ ...options, agent: httpAgent })
  return new Promise<Connected>((resolve, reject) => {
    request.on('error', reject)
    request.once('socket', (socket) => {
      const arrive = (): void => {
        reached('connection')
        if (until === 'connection' || !target.isSecure) resolve({ remoteAddress: socket.remoteAddress })
      }
      if (socket.connecting) socket.once('connect', arrive)
      else arrive()
      socket.once('secureConnect', () => {
        reached('security')
        resolve({
          remoteAddress: socket.remoteAddress,
          ...(socket instanceof TLSSocket ? { tls: seenOn(socket) } : {}),
        })
      })
    })
  }).finally(() => request.destroy())
}

/** net.connect asks for one address or for all of them. */
function answering(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  return (_host, { all }, callback) => {
    const [first] = found
    if (all === true) callback(null, found)
    else callback(null, first?.address ?? '', first?.family)
  }
}

function seenOn(socket: TLSSocket): TlsSeen {
  const { valid_to: notAfter, issuer } = socket.getPeerCertificate()
  const { CN: name } = issuer
  return {
    protocol: socket.getProtocol() ?? '',
    notAfter: new Date(notAfter),
    issuer: Array.isArray(name) ? (name[0] ?? '') : (name ?? ''),
  }
}
