import type { Sm2Cipher } from '../../../x509/sm2-cipher.ts'
import { writeUlong, writeWide } from './wide-number.ts'

/**
 * ECCCIPHERBLOB { BYTE X[64], Y[64], HASH[32]; ULONG CipherLen; BYTE Cipher[CipherLen] }: what SM2 has encrypted. The same
 * in packed and natural alignment: 160 octets before CipherLen need no padding in either.
 */
export function writeEccCipher({ x, y, hash, ciphertext }: Sm2Cipher, width: 4 | 8): Uint8Array {
  return Buffer.concat([writeWide(x), writeWide(y), hash, writeUlong(ciphertext.length, width), ciphertext])
}
