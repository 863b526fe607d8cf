import { constants, createDecipheriv, createPrivateKey, privateDecrypt } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

import type { Encrypted, RsaWrappedKey, WrappedKey } from '../../src/shared/token/messages.ts'
import { SoftTokenError } from './soft-token-error.ts'

/** RFC 5649, 3: what stands in front of a wrapped key. */
const initialValue = Buffer.from('A65959A6', 'hex')

/** The private key (RSA). Errors: token.unsupported for a key that cannot decrypt, token.wrappedKeyRefused. */
export function unwrapKey(unwrapping: KeyObject, wrapped: WrappedKey): KeyObject {
  if (unwrapping.asymmetricKeyType !== 'rsa' || wrapped.keyEncryption === 'sm2-enveloped')
    throw new SoftTokenError('token.unsupported')
  const key = open(unwrapping, wrapped)
  if (key?.asymmetricKeyType !== 'rsa') throw new SoftTokenError('token.wrappedKeyRefused')
  return key
}

/** Undefined where it cannot be decrypted, or is no key then. */
function open(unwrapping: KeyObject, wrapped: RsaWrappedKey): KeyObject | undefined {
  const padding =
    wrapped.keyEncryption === 'rsa-pkcs1'
      ? { padding: constants.RSA_PKCS1_PADDING }
      : { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }
  try {
    const wrapping = privateDecrypt({ key: unwrapping, ...padding }, wrapped.encryptedKey)
    const decipher = createDecipheriv('id-aes256-wrap-pad', wrapping, initialValue)
    const pkcs8 = Buffer.concat([decipher.update(wrapped.encryptedPrivateKey), decipher.final()])
    return createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
  } catch {
    return undefined
  }
}

/** RSAES-PKCS1-v1_5. Errors: token.failed; token.unsupported for anything else. */
export function decrypt(key: KeyObject, { algorithm, ciphertext }: Encrypted): Uint8Array {
  if (algorithm !== 'rsa-pkcs1') throw new SoftTokenError('token.unsupported')
  try {
    return Uint8Array.from(privateDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, ciphertext))
  } catch {
    throw new SoftTokenError('token.failed', { ckr: 'CKR_ENCRYPTED_DATA_INVALID' })
  }
}
