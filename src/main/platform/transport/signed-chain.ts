import { X509Certificate } from 'node:crypto'
import type { DetailedPeerCertificate, PeerCertificate } from 'node:tls'
import { readExactCertificate } from '../../x509/certificate.ts'
import { verifyCertificate } from '../../x509/verify-signature.ts'

/**
 * The beginning of a chain, leaf first, in which each certificate was really signed by the next. Node and Chromium link
 * what a server has sent by names: a made-up certificate with the right name and somebody else's key would stand in it.
 */
export function signedChain(certificates: readonly X509Certificate[]): readonly X509Certificate[] {
  const end = certificates.findIndex((certificate, index) => {
    const issuer = certificates[index + 1]
    return issuer === undefined || !hasSigned(issuer, certificate)
  })
  return certificates.slice(0, end + 1)
}

function hasSigned(issuer: X509Certificate, certificate: X509Certificate): boolean {
  const [authority, child] = [readExactCertificate(issuer.raw), readExactCertificate(certificate.raw)]
  if (authority === undefined || child === undefined) return false
  const isIssuer = authority.extensions.isCa && certificate.checkIssued(issuer)
  return isIssuer && verifyCertificate(child, authority.publicKey) === 'valid'
}

/** What a server has shown, as Node tells it, leaf first. */
export function peerChain(peer: PeerCertificate | DetailedPeerCertificate): readonly X509Certificate[] {
  const chain: X509Certificate[] = []
  const seen = new Set<string>()
  let next: PeerCertificate | DetailedPeerCertificate | undefined = peer
  // A root names itself as its issuer.
  while (next !== undefined && !seen.has(next.fingerprint256)) {
    seen.add(next.fingerprint256)
    chain.push(new X509Certificate(next.raw))
    next = issuerOf(next)
  }
  return chain
}

function issuerOf(peer: PeerCertificate | DetailedPeerCertificate): DetailedPeerCertificate | undefined {
  return 'issuerCertificate' in peer ? peer.issuerCertificate : undefined
}
