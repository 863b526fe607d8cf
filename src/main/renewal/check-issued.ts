import type { ErrorCode } from '../../shared/error-codes.ts'
import { readExactCertificate, type X509Certificate } from '../x509/certificate.ts'
import { verifyCertificate } from '../x509/verify-signature.ts'

/** What an issued certificate is held against. */
export interface Expectation {
  readonly old: X509Certificate
  /** Hex SHA-256 of the SubjectPublicKeyInfo that the request carried. */
  readonly publicKeySha256: string
  /** DER, from the issuing CA to the root, as the platform sent it. */
  readonly chain: readonly Uint8Array[]
  /** DER of the CAs that this program trusts besides the one that issued the old certificate. */
  readonly trustedRoots: readonly Uint8Array[]
  readonly now: Date
}

/** How far the platform's clock may be ahead of what we take for its time. */
const clockToleranceMs = 5 * 60_000

/** Rule 4: the reason why this certificate must not be written, or nothing. Reads only. */
export function refuseIssued(der: Uint8Array, expected: Expectation): ErrorCode | undefined {
  const issued = readExactCertificate(der)
  if (issued === undefined) return 'issued.unreadable'
  if (issued.sha256 === expected.old.sha256) return 'issued.sameAsOld'
  if (issued.publicKey.sha256 !== expected.publicKeySha256) return 'issued.otherKey'
  if (!maySign(issued)) return refuseHolder(issued, expected) ?? 'issued.wrongUsage'
  return refuseHolder(issued, expected) ?? refuseDates(issued, expected) ?? refuseIssuer(issued, expected)
}

/**
 * The same for the encryption certificate of the order, whose key is of the old certificate's kind: a signing key unwraps
 * its own kind only. Whether its private key belongs to it, only the token can tell.
 */
export function refuseEncryption(der: Uint8Array, expected: Expectation): ErrorCode | undefined {
  const issued = readExactCertificate(der)
  if (issued === undefined) return 'issued.unreadable'
  // One key for both would put the signing key into the hands of whoever made the encryption key.
  if (issued.publicKey.sha256 === expected.publicKeySha256) return 'issued.otherKey'
  if (issued.publicKey.algorithm !== (expected.old.publicKey.algorithm === 'sm2' ? 'sm2' : 'rsa')) {
    return 'issued.wrongUsage'
  }
  if (!mayEncipher(issued)) return refuseHolder(issued, expected) ?? 'issued.wrongUsage'
  return refuseHolder(issued, expected) ?? refuseDates(issued, expected) ?? refuseIssuer(issued, expected)
}

function refuseHolder(issued: X509Certificate, { old }: Expectation): ErrorCode | undefined {
  if (!equal(issued.subject.der, old.subject.der)) return 'issued.otherSubject'
  return issued.extensions.isCa ? 'issued.isCa' : undefined
}

function refuseIssuer(issued: X509Certificate, expected: Expectation): ErrorCode | undefined {
  return isTrusted(issued, expected) ? undefined : 'issued.untrusted'
}

function refuseDates(issued: X509Certificate, { old, now }: Expectation): ErrorCode | undefined {
  if (issued.notAfter <= now) return 'issued.expired'
  if (issued.notBefore.getTime() > now.getTime() + clockToleranceMs) return 'issued.notYetValid'
  return issued.notAfter <= old.notAfter ? 'issued.notLonger' : undefined
}

function mayEncipher({ extensions }: X509Certificate): boolean {
  const usages = extensions.keyUsage
  if (usages === undefined) return true
  const enciphers = usages.some((usage) => usage === 'keyEncipherment' || usage === 'dataEncipherment')
  return enciphers && !usages.includes('digitalSignature')
}

function maySign({ extensions }: X509Certificate): boolean {
  return extensions.keyUsage?.includes('digitalSignature') ?? true
}

/**
 * The chain holds link by link, and one of its CAs is known: it issued the old certificate, which is on the token, or it
 * is among the trusted roots.
 */
function isTrusted(issued: X509Certificate, { old, chain, trustedRoots, now }: Expectation): boolean {
  const authorities = chain.map(readExactCertificate)
  let child = issued
  for (const authority of authorities) {
    if (authority === undefined || !mayIssue(authority, now) || !hasIssued(authority, child)) return false
    child = authority
  }
  return authorities.some(
    (authority) =>
      authority !== undefined && (hasIssued(authority, old) || trustedRoots.some((root) => equal(root, authority.der))),
  )
}

function mayIssue({ extensions, notBefore, notAfter }: X509Certificate, now: Date): boolean {
  const usage = extensions.keyUsage?.includes('keyCertSign') ?? true
  return extensions.isCa && usage && notBefore.getTime() <= now.getTime() + clockToleranceMs && notAfter > now
}

/** A signature that cannot be verified here is not a proof. */
function hasIssued(authority: X509Certificate, child: X509Certificate): boolean {
  return equal(authority.subject.der, child.issuer.der) && verifyCertificate(child, authority.publicKey) === 'valid'
}

function equal(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.from(one).equals(other)
}
