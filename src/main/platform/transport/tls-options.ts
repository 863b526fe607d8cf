import tls, { type ConnectionOptions, type PeerCertificate } from 'node:tls'
import type { TlsPolicy } from './network-policy.ts'
import { peerChain, signedChain } from './signed-chain.ts'
import { holdsPin } from './spki-pins.ts'

/** The code of the error that ends a connection to a platform whose key is not one of the pinned ones. */
export const pinMismatch = 'ERR_PIN_MISMATCH'

/**
 * What a connection to the platform is checked by.
 *
 * @param host the one in the platform's address, where whoever connects would have forgotten it: behind a proxy
 */
export function tlsOptions({ certificateAuthorities, pins }: TlsPolicy, host?: string) {
  return {
    minVersion: 'TLSv1.2',
    // SECURITY(1): stated, because the environment would otherwise turn the check off.
    rejectUnauthorized: true,
    ...(certificateAuthorities === undefined ? {} : { ca: [...certificateAuthorities] }),
    checkServerIdentity: (connectedTo: string, peer: PeerCertificate): Error | undefined => {
      const wrongName = tls.checkServerIdentity(host ?? connectedTo, peer)
      if (wrongName !== undefined || holdsPin(signedChain(peerChain(peer)), pins)) return wrongName
      return Object.assign(new Error('not the pinned key'), { code: pinMismatch })
    },
  } as const satisfies ConnectionOptions
}

/**
 * What the connection to a proxy is checked by. It carries the platform's name and what is encrypted for the platform
 * anyway, so any root of the system will do; a company's own one often signs its proxy too.
 */
export function proxyTlsOptions({ certificateAuthorities = [] }: TlsPolicy) {
  const ca = [...tls.getCACertificates('default'), ...tls.getCACertificates('system'), ...certificateAuthorities]
  return { minVersion: 'TLSv1.2', rejectUnauthorized: true, ca } as const satisfies ConnectionOptions
}
