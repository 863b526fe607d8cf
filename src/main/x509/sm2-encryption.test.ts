import { expect, it } from 'vitest'
import { readElement } from './der.ts'
import { pointOf, readPublicKey } from './public-key.ts'
import { encryptForSm2 } from './sm2-encryption.ts'
import { newSm2Key, sm2Decrypt, sm4 } from './testing/openssl-sm2.ts'

const key = newSm2Key()
const publicKey = readPublicKey(readElement(key.spki))
const text = Uint8Array.from({ length: 32 }, (_, index) => index)

it('is opened by openssl with the private key', () => {
  const { encryptedKey, ciphertext } = encryptForSm2(text, publicKey)
  expect(ciphertext).not.toEqual(text)
  expect(new Uint8Array(sm4('-d', sm2Decrypt(key, encryptedKey), ciphertext))).toEqual(text)
})

it('is not opened with another one', () => {
  const { encryptedKey } = encryptForSm2(text, publicKey)
  expect(() => sm2Decrypt(newSm2Key(), encryptedKey)).toThrow('pkeyutl')
})

it('takes another key each time', () => {
  const [one, other] = [encryptForSm2(text, publicKey), encryptForSm2(text, publicKey)]
  expect(one.ciphertext).not.toEqual(other.ciphertext)
})

it('refuses a key that is no point of the curve', () => {
  const spki = Uint8Array.from(publicKey.spki, (octet, index) => (index > publicKey.spki.length - 4 ? 0 : octet))
  expect(pointOf({ ...publicKey, spki })).not.toEqual(pointOf(publicKey))
  expect(() => encryptForSm2(text, { ...publicKey, spki })).toThrow('not on curve')
})
