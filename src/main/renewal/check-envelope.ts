import type { ErrorCode } from '../../shared/error-codes.ts'
import type { X509Certificate } from '../x509/certificate.ts'
import { DerError } from '../x509/der.ts'
import { pointOf } from '../x509/public-key.ts'
import { readEnvelopedKey } from '../x509/sm2-enveloped-key.ts'

/**
 * Why the key in this SM2EnvelopedKey (DER) cannot be that of the certificate, or nothing: its public key is told outside
 * the encryption, so another pair is refused before anything is written. Whether the private key belongs to that public
 * key, only the token can tell.
 */
export function refuseEnvelope(envelope: Uint8Array, certificate: X509Certificate): ErrorCode | undefined {
  try {
    const { point } = readEnvelopedKey(envelope)
    const certified = pointOf(certificate.publicKey).subarray(1)
    return Buffer.from(point).equals(certified) ? undefined : 'issued.encryptionKeyMismatch'
  } catch (error) {
    if (error instanceof DerError) return 'issued.encryptionKeyMismatch'
    throw error
  }
}
