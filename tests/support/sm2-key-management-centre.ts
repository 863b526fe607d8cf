import { randomBytes } from 'node:crypto'
import { newSm2Key, sm2Encrypt, sm2Envelope, sm4 } from '../../src/main/x509/testing/openssl-sm2.ts'
import type { Encrypted, Sm2EnvelopedKey } from '../../src/shared/token/messages.ts'

/** An SM2 encryption pair as a key management centre makes it, by openssl: nothing in it is ours. */
export interface EscrowedSm2Key {
  readonly wrapped: Sm2EnvelopedKey
  /** SPKI, DER. */
  readonly publicKey: Uint8Array
  readonly encrypt: (text: Uint8Array) => Encrypted & { readonly algorithm: 'sm2-sm4-ecb' }
}

/** @param signingKey SPKI (DER) of the key that is to open it @param algorithm dotted; SM4 when absent */
export function wrapNewSm2Key(signingKey: Uint8Array, algorithm?: string): EscrowedSm2Key {
  const encryption = newSm2Key()
  const envelopedKey = sm2Envelope({
    ...{ signing: signingKey, encryption },
    ...(algorithm === undefined ? {} : { algorithm }),
  })
  return {
    wrapped: { keyEncryption: 'sm2-enveloped', envelopedKey: new Uint8Array(envelopedKey) },
    publicKey: new Uint8Array(encryption.spki),
    encrypt: (text) => {
      const key = randomBytes(16)
      return {
        algorithm: 'sm2-sm4-ecb',
        encryptedKey: new Uint8Array(sm2Encrypt(encryption.spki, key)),
        ciphertext: new Uint8Array(sm4('-e', key, text)),
      }
    },
  }
}
