/**
 * SM2EnvelopedKey (GM/T 0009, 7.4) with SM4, in JavaScript: Electron's OpenSSL has neither SM2 nor SM4. openssl opens it in
 * the tests.
 */
import 'reflect-metadata'
import { randomBytes } from 'node:crypto'
import { AsnConvert } from '@peculiar/asn1-schema'
import { AlgorithmIdentifier, SubjectPublicKeyInfo } from '@peculiar/asn1-x509'
import { sm2, sm4 } from 'sm-crypto-v2'
import type { Der } from '../authority/der.ts'
import { newSm2Keys } from '../authority/signing/sm2-signature.ts'

export interface Sm2WrappedKey {
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Der
  /** SM2EnvelopedKey, DER. */
  readonly envelopedKey: Buffer
}

/** GM/T 0006. */
const sm4Algorithm = '1.2.156.10197.1.104'
const tags = { bitString: 0x03, sequence: 0x30 } as const

/** @param signingKey SubjectPublicKeyInfo of an SM2 key */
export function makeSm2EnvelopedKey(signingKey: Der): Sm2WrappedKey {
  const { publicKey, privateKey } = newSm2Keys()
  const key = new Uint8Array(randomBytes(16))
  const number = new Uint8Array(Buffer.from(privateKey, 'base64'))
  const encrypted = sm4.encrypt(number, key, { mode: 'ecb', padding: 'none', output: 'array' })
  const envelopedKey = element(
    tags.sequence,
    Buffer.from(AsnConvert.serialize(new AlgorithmIdentifier({ algorithm: sm4Algorithm }))),
    encryptKey(key, signingKey),
    bitString(pointOf(publicKey)),
    bitString(Buffer.from(encrypted)),
  )
  return { publicKey, envelopedKey }
}

/** SM2Cipher (GM/T 0009, 7.3): the library writes SEQUENCE { x, y, hash, text }. */
function encryptKey(key: Uint8Array, signingKey: Der): Buffer {
  return Buffer.from(sm2.doEncrypt(key, pointOf(signingKey).toString('hex'), 1, { asn1: true }), 'hex')
}

/** 04, x and y. */
function pointOf(publicKey: Der): Buffer {
  return Buffer.from(AsnConvert.parse(publicKey, SubjectPublicKeyInfo).subjectPublicKey)
}

function bitString(octets: Buffer): Buffer {
  return element(tags.bitString, Buffer.of(0), octets)
}

/** All that is written here is shorter than 65,536 octets. */
function element(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents)
  const { length } = content
  const header = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.of(tag, ...header), content])
}
