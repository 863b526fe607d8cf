import { createHash, type X509Certificate } from 'node:crypto'
import { readExactCertificate } from '../../x509/certificate.ts'

/** Is this the base64 of 32 octets, written the one right way? */
export function isPin(text: string): boolean {
  const octets = Buffer.from(text, 'base64')
  return octets.length === 32 && octets.toString('base64') === text
}

/** Is one of these keys in the chain? True where nothing is pinned. */
export function holdsPin(chain: readonly X509Certificate[], pins: readonly string[]): boolean {
  return pins.length === 0 || chain.some((certificate) => pins.includes(pinOf(certificate)))
}

/** Base64 SHA-256 of the SubjectPublicKeyInfo as it stands in the certificate (RFC 7469, 2.4). */
export function pinOf(certificate: X509Certificate): string {
  const spki = readExactCertificate(certificate.raw)?.publicKey.spki
  return spki === undefined ? '' : createHash('sha256').update(spki).digest('base64')
}
