import { readExactCertificate, type X509Certificate } from '../x509/certificate.ts'
import { verifyCertificate } from '../x509/verify-signature.ts'

/** Longer than any chain there is. */
const longest = 8

/**
 * The certificate and the CAs above it, as far as they are among the candidates: each has really signed the one before
 * it. That a chain is known says nothing about trust. DER.
 */
export function knownChain(leaf: X509Certificate, candidates: readonly Uint8Array[]): readonly Uint8Array[] {
  const authorities = candidates
    .flatMap((der) => readExactCertificate(der) ?? [])
    .filter(({ extensions }) => extensions.isCa)
  const chain = [leaf]
  while (chain.length < longest) {
    const child = chain.at(-1)
    const issuer = authorities.find((authority) => child !== undefined && hasIssued(authority, child))
    if (issuer === undefined || chain.some(({ sha256 }) => sha256 === issuer.sha256)) break
    chain.push(issuer)
  }
  return chain.map(({ der }) => der)
}

function hasIssued(authority: X509Certificate, child: X509Certificate): boolean {
  if (!Buffer.from(authority.subject.der).equals(child.issuer.der)) return false
  return verifyCertificate(child, authority.publicKey) === 'valid'
}
