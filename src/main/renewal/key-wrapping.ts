import { KeyWrapping } from '../../shared/platform/schemas/orders.ts'
import type { RsaWrappedKey, WrappedKey } from '../../shared/token/messages.ts'
import type { EntryOf } from './journal-entry.ts'
import { fromBase64 } from './renewal-record.ts'

/** What is asked for, the better padding first. */
export const wrappings: readonly KeyWrapping[] = KeyWrapping.options

const keyEncryptions: Readonly<Record<KeyWrapping, RsaWrappedKey['keyEncryption']>> = {
  'rsa-oaep-sha1/aes256-kwp': 'rsa-oaep-sha1',
  'rsa-pkcs1/aes256-kwp': 'rsa-pkcs1',
}

/** The wrapped key for the token; nothing when the platform wrapped it in a way that this program does not know. */
export function toWrappedKey(encryption: NonNullable<EntryOf<'issued'>['encryption']>): WrappedKey | undefined {
  const wrapping = KeyWrapping.safeParse(encryption.wrapping)
  if (!wrapping.success) return undefined
  return {
    keyEncryption: keyEncryptions[wrapping.data],
    encryptedKey: fromBase64(encryption.encryptedKey),
    encryptedPrivateKey: fromBase64(encryption.encryptedPrivateKey),
  }
}
