import { KeyWrapping, type RsaWrapping, type Sm2Wrapping } from '../../shared/platform/schemas/orders.ts'
import type { KeyType, SymmetricAlgorithm, WrappedKey } from '../../shared/token/messages.ts'
import type { EntryOf } from './journal-entry.ts'
import { fromBase64, type RenewalRecord } from './renewal-record.ts'

/** The better padding first. */
const ofRsa: readonly RsaWrapping[] = ['rsa-oaep-sha1/aes256-kwp', 'rsa-pkcs1/aes256-kwp']
/** SM4 first: it alone is public. */
const ofSm2: readonly (readonly [SymmetricAlgorithm, Sm2Wrapping])[] = [
  ['sm4', 'sm2-enveloped-key/sm4-ecb'],
  ['sm1', 'sm2-enveloped-key/sm1-ecb'],
  ['ssf33', 'sm2-enveloped-key/ssf33-ecb'],
]

const keyEncryptions: Readonly<Record<KeyWrapping, WrappedKey['keyEncryption']>> = {
  'rsa-oaep-sha1/aes256-kwp': 'rsa-oaep-sha1',
  'rsa-pkcs1/aes256-kwp': 'rsa-pkcs1',
  'sm2-enveloped-key/sm4-ecb': 'sm2-enveloped',
  'sm2-enveloped-key/sm1-ecb': 'sm2-enveloped',
  'sm2-enveloped-key/ssf33-ecb': 'sm2-enveloped',
}

/**
 * What is asked for when a new signing key of this kind unwraps the encryption key; empty where it cannot. An SM2 key has
 * to be on a token that does SM4, whatever its envelope is made with: the proof that the key fits its certificate is a
 * decryption by SM4, because SM1 and SSF33 cannot be computed here.
 */
export function wrappingsFor(keyType: KeyType, { started }: RenewalRecord): readonly KeyWrapping[] {
  if (keyType === 'rsa-2048') return ofRsa
  const { symmetric = [] } = started
  if (keyType === 'p-256' || !symmetric.includes('sm4')) return []
  return ofSm2.flatMap(([algorithm, wrapping]) => (symmetric.includes(algorithm) ? [wrapping] : []))
}

/** The wrapped key for the token; nothing when the platform wrapped it in a way that this program does not know. */
export function toWrappedKey(encryption: NonNullable<EntryOf<'issued'>['encryption']>): WrappedKey | undefined {
  const { encryptedKey, encryptedPrivateKey, envelopedKey } = encryption
  const wrapping = KeyWrapping.safeParse(encryption.wrapping)
  if (!wrapping.success) return undefined
  const keyEncryption = keyEncryptions[wrapping.data]
  if (keyEncryption === 'sm2-enveloped') {
    return envelopedKey === undefined ? undefined : { keyEncryption, envelopedKey: fromBase64(envelopedKey) }
  }
  if (encryptedKey === undefined || encryptedPrivateKey === undefined) return undefined
  return {
    keyEncryption,
    encryptedKey: fromBase64(encryptedKey),
    encryptedPrivateKey: fromBase64(encryptedPrivateKey),
  }
}
