import type { X509Certificate } from '../x509/certificate.ts'
import { authorityKeyId, subjectKeyId } from '../x509/key-identifiers.ts'
import { nameKey } from '../x509/name.ts'

/** The certificates that a chain can be made of. */
export interface Pool {
  /** Differs from that of every pool with other certificates. */
  readonly key: string
  readonly all: readonly X509Certificate[]
  readonly isAnchor: (certificate: X509Certificate) => boolean
  /** Those whose name stands in it as the issuer, the likeliest first. They may be of the same name only. */
  readonly issuersOf: (certificate: X509Certificate) => readonly X509Certificate[]
}

/**
 * @param anchors trusted, because somebody has chosen them
 * @param others found somewhere, such as on a token: they link, and prove nothing
 */
export function createPool(anchors: readonly X509Certificate[], others: readonly X509Certificate[]): Pool {
  const trusted = new Set(anchors.map(({ sha256 }) => sha256))
  const all = [...new Map([...anchors, ...others].map((one) => [one.sha256, one])).values()]
  const bySubject = Map.groupBy(all, ({ subject }) => nameKey(subject))
  const isAnchor = ({ sha256 }: X509Certificate) => trusted.has(sha256)
  const rank = (child: X509Certificate, issuer: X509Certificate) =>
    (isIdentified(child, issuer) ? 0 : 2) + (isAnchor(issuer) ? 0 : 1)
  return {
    key: [...trusted, '/', ...all.map(({ sha256 }) => sha256)].join(' '),
    all,
    isAnchor,
    issuersOf: (child) =>
      (bySubject.get(nameKey(child.issuer)) ?? [])
        .filter((issuer) => !isOtherKey(child, issuer))
        .sort((one, other) => rank(child, one) - rank(child, other)),
  }
}

/** Does the certificate name this very key as its issuer's? */
export function isIdentified(child: X509Certificate, issuer: X509Certificate): boolean {
  const wanted = authorityKeyId(child)
  return wanted !== undefined && wanted === subjectKeyId(issuer)
}

function isOtherKey(child: X509Certificate, issuer: X509Certificate): boolean {
  const [wanted, offered] = [authorityKeyId(child), subjectKeyId(issuer)]
  return wanted !== undefined && offered !== undefined && wanted !== offered
}
