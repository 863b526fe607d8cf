import { randomBytes } from 'node:crypto'
import { sm2, sm4 } from 'sm-crypto-v2'
import { pointOf, type PublicKey } from './public-key.ts'
import { writeSm2Cipher } from './sm2-cipher.ts'

/** Octets of an SM4 key, and of one of its blocks. */
const blockLength = 16
const coordinateLength = 32

/**
 * What only the holder of this SM2 key can read: the text by SM4 in ECB mode, under a new key that is encrypted for the
 * SM2 key (SM2Cipher, DER; GM/T 0009, 7.3). In JavaScript: Electron's OpenSSL knows neither.
 *
 * @param text whole blocks of 16 octets, so that no padding has to be agreed on
 * @throws when the key is no point of the curve
 */
export function encryptForSm2(
  text: Uint8Array,
  key: PublicKey,
): { readonly encryptedKey: Uint8Array; readonly ciphertext: Uint8Array } {
  const sm4Key = new Uint8Array(randomBytes(blockLength))
  const ciphertext = sm4.encrypt(text, sm4Key, { mode: 'ecb', padding: 'none', output: 'array' })
  return { encryptedKey: encryptKey(sm4Key, pointOf(key)), ciphertext: new Uint8Array(ciphertext) }
}

/** The library writes C1 (without its 04), C3 and C2 one after the other; their lengths are fixed but for the last. */
function encryptKey(secret: Uint8Array, point: Uint8Array): Uint8Array {
  const octets = new Uint8Array(Buffer.from(sm2.doEncrypt(secret, Buffer.from(point).toString('hex')), 'hex'))
  const part = (index: number) => octets.subarray(index * coordinateLength, (index + 1) * coordinateLength)
  return writeSm2Cipher({ x: part(0), y: part(1), hash: part(2), ciphertext: octets.subarray(3 * coordinateLength) })
}
