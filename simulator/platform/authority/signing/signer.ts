import type { Extension, Name } from '@peculiar/x509'
import type { Der } from '../der.ts'

export const revocationReasons = ['superseded', 'keyCompromise', 'cessationOfOperation'] as const
export type RevocationReason = (typeof revocationReasons)[number]

export interface UnsignedCertificate {
  /** Hex. */
  readonly serialNumber: string
  readonly subject: Name
  readonly issuer: Name
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Der
  readonly notBefore: Date
  readonly notAfter: Date
  readonly extensions: readonly Extension[]
}

export interface RevokedCertificate {
  /** Hex. */
  readonly serialNumber: string
  readonly revokedAt: Date
  readonly reason: RevocationReason
}

export interface UnsignedCrl {
  readonly issuer: Name
  readonly thisUpdate: Date
  readonly nextUpdate: Date
  readonly entries: readonly RevokedCertificate[]
  readonly extensions: readonly Extension[]
}

/** What a family of keys puts its signature under. Fractions of a second are dropped: X.509 knows none. */
export interface Signer {
  readonly certificate: (unsigned: UnsignedCertificate) => Promise<Der>
  readonly crl: (unsigned: UnsignedCrl) => Promise<Der>
}

export interface AuthorityKeys {
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Der
  /** As the state keeps it, in base64: PKCS#8, or for SM2 the 32 octets of the number. */
  readonly privateKey: string
}
