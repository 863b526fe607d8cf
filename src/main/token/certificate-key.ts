import type { StoredCertificate } from '../../shared/token/messages.ts'
import { readExactCertificate } from '../x509/certificate.ts'

/** Hex SHA-256 of the public key (SPKI) that it certifies; undefined for what is no certificate. */
export function publicKeyOf({ value }: Pick<StoredCertificate, 'value'>): string | undefined {
  return readExactCertificate(value)?.publicKey.sha256
}
