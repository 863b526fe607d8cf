/** What a token does with a wrapped key, with node:crypto in its place. */
import type { KeyObject } from 'node:crypto'
import { constants, createDecipheriv, createPrivateKey, privateDecrypt } from 'node:crypto'
import type { PlatformAnswer } from '../../../src/shared/platform/endpoints.ts'
import type { TestKey } from './holder.ts'

export type WrappedKey = NonNullable<PlatformAnswer<'getIssued'>['encryption']>['wrappedKey']

const paddings = new Map([
  ['rsa-oaep-sha1/aes256-kwp', { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }],
  ['rsa-pkcs1/aes256-kwp', { padding: constants.RSA_PKCS1_PADDING }],
])

/** RFC 5649, 3. */
const initialValue = Buffer.from('A65959A6', 'hex')

/** The AES key (32 octets), or undefined for a wrapping that the contract does not know. */
export function openAesKey(wrapped: WrappedKey, { privateKey }: TestKey): Buffer | undefined {
  const padding = paddings.get(wrapped.wrapping)
  if (padding === undefined || 'envelopedKey' in wrapped) return undefined
  return privateDecrypt({ key: privateKey, ...padding }, Buffer.from(wrapped.encryptedKey, 'base64'))
}

/** @throws when the octets are not what was wrapped with this AES key */
export function openPrivateKey(wrapped: WrappedKey, aesKey: Buffer): KeyObject {
  if ('envelopedKey' in wrapped) throw new Error('no AES key opens an SM2EnvelopedKey')
  const decipher = createDecipheriv('id-aes256-wrap-pad', aesKey, initialValue)
  const pkcs8 = Buffer.concat([decipher.update(Buffer.from(wrapped.encryptedPrivateKey, 'base64')), decipher.final()])
  return createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
}
