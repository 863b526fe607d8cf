import {
  constants,
  createCipheriv,
  createPublicKey,
  generateKeyPairSync,
  publicEncrypt,
  randomBytes,
} from 'node:crypto'
import type { RsaWrappedKey } from '../../src/shared/token/messages.ts'

/** RFC 5649, 3. */
const initialValue = Buffer.from('A65959A6', 'hex')

/** Something as a key management centre wraps it for the holder of a signing key (SPKI, DER). */
export function wrap(
  octets: Uint8Array,
  signingKey: Uint8Array,
  keyEncryption: RsaWrappedKey['keyEncryption'] = 'rsa-oaep-sha1',
): RsaWrappedKey {
  const wrapping = randomBytes(32)
  const cipher = createCipheriv('id-aes256-wrap-pad', wrapping, initialValue)
  const key = createPublicKey({ key: Buffer.from(signingKey), format: 'der', type: 'spki' })
  const padding =
    keyEncryption === 'rsa-pkcs1'
      ? { padding: constants.RSA_PKCS1_PADDING }
      : { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }
  return {
    keyEncryption,
    encryptedKey: new Uint8Array(publicEncrypt({ key, ...padding }, wrapping)),
    encryptedPrivateKey: new Uint8Array(Buffer.concat([cipher.update(octets), cipher.final()])),
  }
}

/** An encryption key as a key management centre makes it. */
export function wrapNewKey(signingKey: Uint8Array, keyEncryption?: RsaWrappedKey['keyEncryption']) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'der' })
  const encrypt = (text: Uint8Array) =>
    new Uint8Array(publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_PADDING }, text))
  return {
    wrapped: wrap(pkcs8, signingKey, keyEncryption),
    encrypt,
    publicKey: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })),
  }
}
