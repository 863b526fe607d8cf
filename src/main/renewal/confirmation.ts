import { createHash } from 'node:crypto'
import { fromBase64 } from './renewal-record.ts'

/** What the platform is told about the encryption certificate that it issued with the order; nothing when it issued none. */
export function encryptionConfirmation(
  encryption: { readonly certificate: string | Uint8Array } | undefined,
  outcome: { readonly installed: boolean; readonly reason?: string },
) {
  return encryption === undefined
    ? {}
    : { encryption: { certificateSha256: sha256(encryption.certificate), ...outcome } }
}

/** Hex SHA-256 of a certificate in DER, or in base64 as the journal keeps it. */
export function sha256(certificate: string | Uint8Array): string {
  const octets = typeof certificate === 'string' ? fromBase64(certificate) : certificate
  return createHash('sha256').update(octets).digest('hex')
}
