import { constants, createECDH, createHash, privateEncrypt } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/** DigestInfo of SHA-256 up to the digest (RFC 8017, 9.2, note 1). */
const sha256Prefix = Buffer.from('3031300d060960864801650304020105000420', 'hex')
/** Order of the P-256 group (SEC 2, 2.4.2). */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/** Signs the SHA-256 of a text as a token does that is given the digest. */
export function signText(key: KeyObject, text: Uint8Array): Uint8Array {
  const digest = createHash('sha256').update(text).digest()
  if (key.asymmetricKeyType === 'ec') return signEcdsa(key, digest)
  const padding = constants.RSA_PKCS1_PADDING
  return Uint8Array.from(privateEncrypt({ key, padding }, Buffer.concat([sha256Prefix, digest])))
}

/** ECDSA (FIPS 186-5, 6.4.1) on P-256, with the curve arithmetic left to ECDH. Not in constant time: a demo key. */
function signEcdsa(key: KeyObject, digest: Uint8Array): Uint8Array {
  const nonce = createECDH('prime256v1')
  const point = nonce.generateKeys()
  const secret = toNumber(Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url'))
  const r = toNumber(point.subarray(1, 33)) % order
  const s = (inverse(toNumber(nonce.getPrivateKey())) * (toNumber(digest) + r * secret)) % order
  return Uint8Array.from(toDer(0x30, [...toInteger(r), ...toInteger(s)]))
}

function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
}

/** By Fermat: the order is a prime. */
function inverse(value: bigint): bigint {
  let [result, base, exponent] = [1n, value % order, order - 2n]
  for (; exponent > 0n; exponent >>= 1n) {
    if ((exponent & 1n) === 1n) result = (result * base) % order
    base = (base * base) % order
  }
  return result
}

function toInteger(value: bigint): readonly number[] {
  const hex = value.toString(16)
  const bytes = [...Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')]
  return toDer(0x02, (bytes[0] ?? 0) >= 0x80 ? [0, ...bytes] : bytes)
}

function toDer(tag: number, content: readonly number[]): readonly number[] {
  return [tag, content.length, ...content]
}
