import { tags, writeBitString, writeElement, writeObjectIdentifier } from './der.ts'

/** The signature algorithms a token signs requests with here: SHA-256 on the host, the key operation on the token. */
export type RequestAlgorithm = 'rsa' | 'p-256'

const derNull = Uint8Array.of(0x05, 0x00)
const versionZero = Uint8Array.of(0x02, 0x01, 0x00)
const noAttributes = Uint8Array.of(0xa0, 0x00)

/**
 * A PKCS#10 request (RFC 2986) whose signature the token makes.
 *
 * @param subject DER of the old certificate's subject, taken over byte for byte: re-encoding its text would change it
 * @param publicKey SubjectPublicKeyInfo, DER
 * @param sign signs the given octets' SHA-256: RSASSA-PKCS1-v1_5, or ECDSA as DER
 */
export async function createCertificationRequest(request: {
  readonly subject: Uint8Array
  readonly publicKey: Uint8Array
  readonly algorithm: RequestAlgorithm
  readonly sign: (text: Uint8Array) => Promise<Uint8Array>
}): Promise<Uint8Array> {
  const info = writeElement(tags.sequence, versionZero, request.subject, request.publicKey, noAttributes)
  const signature = await request.sign(info)
  return writeElement(tags.sequence, info, signatureAlgorithm(request.algorithm), writeBitString(signature))
}

/** RFC 4055, 5 (parameters NULL) and RFC 5758, 3.2 (no parameters). */
function signatureAlgorithm(algorithm: RequestAlgorithm): Uint8Array {
  return algorithm === 'rsa'
    ? writeElement(tags.sequence, writeObjectIdentifier('1.2.840.113549.1.1.11'), derNull)
    : writeElement(tags.sequence, writeObjectIdentifier('1.2.840.10045.4.3.2'))
}
