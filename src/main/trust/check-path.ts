import type { UnsupportedReason, UntrustedReason } from '../../shared/trust-words.ts'
import type { X509Certificate } from '../x509/certificate.ts'
import { isWeak } from '../x509/verify-signature.ts'

/** What is understood here, or has no bearing on whether a chain holds when no policy is asked for (RFC 5280, 6.1.1). */
const understood: ReadonlySet<string> = new Set([
  '2.5.29.14', // subjectKeyIdentifier
  '2.5.29.15', // keyUsage
  '2.5.29.17', // subjectAltName
  '2.5.29.18', // issuerAltName
  '2.5.29.19', // basicConstraints
  '2.5.29.31', // cRLDistributionPoints
  '2.5.29.32', // certificatePolicies
  '2.5.29.33', // policyMappings
  '2.5.29.35', // authorityKeyIdentifier
  '2.5.29.37', // extKeyUsage
  '2.5.29.46', // freshestCRL
  '2.5.29.54', // inhibitAnyPolicy
  '1.3.6.1.5.5.7.1.1', // authorityInfoAccess
])
const nameConstraints = '2.5.29.30'

/** A certificate, its issuer, and so on up to one that is trusted; every signature in it has been verified. */
type Path = readonly [X509Certificate, ...(readonly X509Certificate[])]

/** The reason why this chain does not hold (RFC 5280, 6.1.3 and 6.1.4), or nothing. */
export function untrustedReason([leaf, ...authorities]: Path, now: Date): UntrustedReason | undefined {
  // The anchor is trusted for what it is, not for its signature.
  if ([leaf, ...authorities].slice(0, -1).some(({ proof }) => isWeak(proof))) return 'weak'
  for (const [index, authority] of authorities.entries()) {
    const below = authorities.slice(0, index).filter((one) => !isSelfIssued(one)).length
    const reason = judgeAuthority(authority, below, now)
    if (reason !== undefined) return reason
  }
  return undefined
}

/** What in this chain has to be understood and is not. */
export function unsupportedReason([leaf, ...authorities]: Path): UnsupportedReason | undefined {
  if (authorities.some(({ extensions }) => extensions.values.has(nameConstraints))) return 'name-constraints'
  const isUnknown = ({ extensions }: X509Certificate) => [...extensions.critical].some((oid) => !understood.has(oid))
  return [leaf, ...authorities].some(isUnknown) ? 'critical-extension' : undefined
}

function judgeAuthority(
  { extensions, notBefore, notAfter }: X509Certificate,
  below: number,
  now: Date,
): UntrustedReason | undefined {
  if (!extensions.isCa) return 'not-ca'
  if (extensions.keyUsage?.includes('keyCertSign') === false) return 'may-not-sign'
  if (below > (extensions.pathLength ?? Infinity)) return 'path-too-long'
  if (now > notAfter) return 'authority-expired'
  return now < notBefore ? 'authority-not-yet-valid' : undefined
}

/** Such a certificate does not count in a path's length: it is the same authority with another key. */
function isSelfIssued({ subject, issuer }: X509Certificate): boolean {
  return Buffer.from(subject.der).equals(issuer.der)
}
