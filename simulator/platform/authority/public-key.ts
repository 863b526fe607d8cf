import { createHash } from 'node:crypto'
import { RSAPublicKey } from '@peculiar/asn1-rsa'
import { AsnConvert } from '@peculiar/asn1-schema'
import { SubjectPublicKeyInfo } from '@peculiar/asn1-x509'

export type KeyAlgorithm = 'rsa-2048' | 'rsa-3072' | 'p-256' | 'sm2'

const rsaEncryption = '1.2.840.113549.1.1.1'
export const ecPublicKey = '1.2.840.10045.2.1'
/** OBJECT IDENTIFIER 1.2.840.10045.3.1.7, in DER. */
const p256Parameters = '06082a8648ce3d030107'
/** OBJECT IDENTIFIER 1.2.156.10197.1.301, in DER. */
export const sm2Parameters = '06082a811ccf5501822d'

/**
 * Reads the algorithm from a SubjectPublicKeyInfo (DER); undefined for everything that the platform does not take. Done
 * by hand, because a runtime's own key parser need not know SM2 (Electron's does not).
 */
export function keyAlgorithmOf(publicKey: Uint8Array): KeyAlgorithm | undefined {
  const { algorithm, subjectPublicKey } = AsnConvert.parse(publicKey, SubjectPublicKeyInfo)
  if (algorithm.algorithm === rsaEncryption) return rsaAlgorithm(subjectPublicKey)
  if (algorithm.algorithm !== ecPublicKey) return undefined
  const parameters = Buffer.from(algorithm.parameters ?? new ArrayBuffer(0)).toString('hex')
  if (parameters === p256Parameters) return 'p-256'
  return parameters === sm2Parameters ? 'sm2' : undefined
}

function rsaAlgorithm(key: ArrayBuffer): KeyAlgorithm | undefined {
  const modulus = Buffer.from(AsnConvert.parse(key, RSAPublicKey).modulus)
    .toString('hex')
    .replace(/^(00)+/, '')
  const bits = BigInt(`0x0${modulus}`).toString(2).length
  if (bits === 2048) return 'rsa-2048'
  return bits === 3072 ? 'rsa-3072' : undefined
}

/** Lower-case hex of SHA-256 over the SubjectPublicKeyInfo (DER): how a key is named on the wire. */
export function publicKeySha256(publicKey: Uint8Array): string {
  return createHash('sha256').update(publicKey).digest('hex')
}

/** Key identifier by method 1 of RFC 5280, 4.2.1.2: SHA-1 of the bits of the key, as hex. */
export function keyIdentifier(publicKey: Uint8Array): string {
  const { subjectPublicKey } = AsnConvert.parse(publicKey, SubjectPublicKeyInfo)
  return createHash('sha1').update(new Uint8Array(subjectPublicKey)).digest('hex')
}
