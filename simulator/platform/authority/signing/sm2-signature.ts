/**
 * SM3withSM2 (GM/T 0003.2 and 0009) with the default id 1234567812345678, in JavaScript: neither webcrypto nor
 * Electron's OpenSSL knows SM2, and Node's own verification has no way to set the id (decision 0014).
 */
import 'reflect-metadata'
import { AsnConvert } from '@peculiar/asn1-schema'
import { AlgorithmIdentifier, SubjectPublicKeyInfo } from '@peculiar/asn1-x509'
import { sm2 } from 'sm-crypto-v2'
import type { Der } from '../der.ts'
import { ecPublicKey, sm2Parameters } from '../public-key.ts'
import type { AuthorityKeys } from './signer.ts'

export const sm3WithSm2 = '1.2.156.10197.1.501'

export function newSm2Keys(): AuthorityKeys {
  const { publicKey, privateKey } = sm2.generateKeyPairHex()
  return { publicKey: publicKeyInfo(publicKey), privateKey: Buffer.from(privateKey, 'hex').toString('base64') }
}

/** @param point the uncompressed point in hex, beginning with 04 */
function publicKeyInfo(point: string): Der {
  const parameters = Uint8Array.from(Buffer.from(sm2Parameters, 'hex')).buffer
  const info = new SubjectPublicKeyInfo({
    algorithm: new AlgorithmIdentifier({ algorithm: ecPublicKey, parameters }),
    subjectPublicKey: Uint8Array.from(Buffer.from(point, 'hex')).buffer,
  })
  return new Uint8Array(AsnConvert.serialize(info))
}

/** @param privateKey base64 of the number; the answer is SEQUENCE { r, s } */
export function signSm2(message: Uint8Array, privateKey: string): Der {
  const key = Buffer.from(privateKey, 'base64').toString('hex')
  return Uint8Array.from(Buffer.from(sm2.doSignature(message, key, { hash: true, der: true }), 'hex'))
}

/**
 * @param signature SEQUENCE { r, s }; anything else is no signature
 * @param publicKey SubjectPublicKeyInfo of an SM2 key
 */
export function isSignedBySm2(message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  const { subjectPublicKey } = AsnConvert.parse(publicKey, SubjectPublicKeyInfo)
  const point = Buffer.from(subjectPublicKey).toString('hex')
  try {
    return sm2.doVerifySignature(message, Buffer.from(signature).toString('hex'), point, { hash: true, der: true })
  } catch {
    // A point that is not on the curve, or octets that are no signature.
    return false
  }
}
