import {
  constants,
  createCipheriv,
  createPublicKey,
  generateKeyPair,
  publicEncrypt,
  randomBytes,
  type KeyObject,
} from 'node:crypto'
import { promisify } from 'node:util'
import type { RsaWrapping } from '../../../src/shared/platform/schemas/orders.ts'
import type { Der } from '../authority/der.ts'

export interface RsaWrappedKey {
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Der
  /** The AES-256 key under the signing key. */
  readonly encryptedKey: Buffer
  /** PKCS#8 under AES-256 key wrap with padding (RFC 5649). */
  readonly encryptedPrivateKey: Buffer
}

/** RFC 5649, 3. */
const initialValue = Buffer.from('A65959A6', 'hex')
const newKeyPair = promisify(generateKeyPair)

const paddings: Readonly<Record<RsaWrapping, { readonly padding: number; readonly oaepHash?: string }>> = {
  'rsa-oaep-sha1/aes256-kwp': { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' },
  'rsa-pkcs1/aes256-kwp': { padding: constants.RSA_PKCS1_PADDING },
}

/** @param signingKey SubjectPublicKeyInfo of an RSA key */
export async function makeRsaWrappedKey(signingKey: Der, wrapping: RsaWrapping): Promise<RsaWrappedKey> {
  const { publicKey, privateKey } = await newKeyPair('rsa', { modulusLength: 2048 })
  const key = createPublicKey({ key: Buffer.from(signingKey), format: 'der', type: 'spki' })
  const aesKey = randomBytes(32)
  return {
    publicKey: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })),
    encryptedKey: publicEncrypt({ key, ...paddings[wrapping] }, aesKey),
    encryptedPrivateKey: wrapWith(aesKey, privateKey),
  }
}

function wrapWith(aesKey: Buffer, privateKey: KeyObject): Buffer {
  const cipher = createCipheriv('id-aes256-wrap-pad', aesKey, initialValue)
  return Buffer.concat([cipher.update(privateKey.export({ type: 'pkcs8', format: 'der' })), cipher.final()])
}
