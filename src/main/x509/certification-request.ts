import {
  expectTag,
  readElement,
  readElements,
  tags,
  writeBitString,
  writeElement,
  writeObjectIdentifier,
} from './der.ts'
import { readPublicKey } from './public-key.ts'
import { readSigned } from './signed.ts'
import { verifySignature } from './verify-signature.ts'

/** The keys that a token signs requests with here. */
export type RequestAlgorithm = 'rsa' | 'p-256' | 'sm2'

const derNull = Uint8Array.of(0x05, 0x00)
const versionZero = Uint8Array.of(0x02, 0x01, 0x00)
const noAttributes = Uint8Array.of(0xa0, 0x00)

/**
 * A PKCS#10 request (RFC 2986) whose signature the token makes.
 *
 * @param subject DER of the old certificate's subject, taken over byte for byte: re-encoding its text would change it
 * @param publicKey SubjectPublicKeyInfo, DER
 * @param sign signs the given octets: by SHA-256 and RSASSA-PKCS1-v1_5, or ECDSA, or SM3withSM2; the latter two as DER
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

/** Has the key in this request (PKCS#10, DER) signed it? @throws DerError for something else */
export function isSelfSigned(request: Uint8Array): boolean {
  const signed = readSigned(readElement(request))
  const [, , publicKey] = readElements(readElement(signed.octets).content)
  return verifySignature(signed, readPublicKey(expectTag(publicKey, tags.sequence))) === 'valid'
}

const oids: Readonly<Record<RequestAlgorithm, string>> = {
  rsa: '1.2.840.113549.1.1.11',
  'p-256': '1.2.840.10045.4.3.2',
  sm2: '1.2.156.10197.1.501',
}

/** RFC 4055, 5 (parameters NULL) and RFC 5758, 3.2 (none); GM/T 0015: some write NULL for SM2, the later text none. */
function signatureAlgorithm(algorithm: RequestAlgorithm): Uint8Array {
  const parameters = algorithm === 'rsa' ? [derNull] : []
  return writeElement(tags.sequence, writeObjectIdentifier(oids[algorithm]), ...parameters)
}
