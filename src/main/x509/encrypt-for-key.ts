import { constants, createPublicKey, publicEncrypt } from 'node:crypto'
import type { Encrypted } from '../../shared/token/messages.ts'
import type { PublicKey } from './public-key.ts'

/**
 * What only a token with the private key can decrypt: RSAES-PKCS1-v1_5, or SM4 under a key that is encrypted for SM2.
 * Undefined for a key that nothing can be encrypted for here.
 *
 * @param text whole blocks of 16 octets
 */
export async function encryptForKey(key: PublicKey, text: Uint8Array): Promise<Encrypted | undefined> {
  if (key.algorithm === 'sm2') {
    // Read when it is needed: the start does without it.
    const { encryptForSm2 } = await import('./sm2-encryption.ts')
    return { algorithm: 'sm2-sm4-ecb', ...encryptForSm2(text, key) }
  }
  if (key.algorithm !== 'rsa') return undefined
  const rsa = createPublicKey({ key: Buffer.from(key.spki), format: 'der', type: 'spki' })
  const ciphertext = publicEncrypt({ key: rsa, padding: constants.RSA_PKCS1_PADDING }, text)
  return { algorithm: 'rsa-pkcs1', ciphertext: new Uint8Array(ciphertext) }
}
