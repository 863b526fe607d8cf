import { randomBytes } from 'node:crypto'
import { sm2Encrypt, sm4 } from '../../../src/main/x509/testing/openssl-sm2.ts'
import type { OldFile } from './key.ts'

/** A file that openssl has encrypted for an SM2 key, as bids are: SM4, and its key under the certificate's. */
export function encryptOldFile(spki: Uint8Array, plaintext: Uint8Array): Pick<OldFile, 'ciphertext' | 'encryptedKey'> {
  const key = randomBytes(16)
  return {
    ciphertext: sm4('-e', key, plaintext).toString('base64'),
    encryptedKey: sm2Encrypt(spki, key).toString('base64'),
  }
}
