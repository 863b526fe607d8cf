import { KeyWrapping } from '../../../src/shared/platform/schemas/orders.ts'
import type { Der } from '../authority/der.ts'
import type { KeyAlgorithm } from '../authority/public-key.ts'
import { makeRsaWrappedKey, type RsaWrappedKey } from './rsa-wrapped-key.ts'
import { makeSm2EnvelopedKey, type Sm2WrappedKey } from './sm2-enveloped-key.ts'

/** An encryption key as it leaves the 密钥管理中心: nobody but the holder of the signing key can open it. */
export type WrappedKey = RsaWrappedKey | Sm2WrappedKey

/** SM1 and SSF33 are not public: this centre has only SM4. */
const byFamily: Readonly<Partial<Record<KeyAlgorithm, readonly KeyWrapping[]>>> = {
  'rsa-2048': ['rsa-oaep-sha1/aes256-kwp', 'rsa-pkcs1/aes256-kwp'],
  sm2: ['sm2-enveloped-key/sm4-ecb'],
}

/** The first of the client's wrappings that this centre makes for a signing key of this kind. */
export function chooseWrapping(offered: readonly string[], signing: KeyAlgorithm): KeyWrapping | undefined {
  return offered
    .map((name) => KeyWrapping.safeParse(name).data)
    .find((known) => known !== undefined && byFamily[signing]?.includes(known))
}

/** @param signingKey SubjectPublicKeyInfo of a key of the wrapping's kind */
export async function makeWrappedKey(signingKey: Der, wrapping: KeyWrapping): Promise<WrappedKey> {
  switch (wrapping) {
    case 'rsa-oaep-sha1/aes256-kwp':
    case 'rsa-pkcs1/aes256-kwp':
      return makeRsaWrappedKey(signingKey, wrapping)
    case 'sm2-enveloped-key/sm4-ecb':
      return makeSm2EnvelopedKey(signingKey)
    case 'sm2-enveloped-key/sm1-ecb':
    case 'sm2-enveloped-key/ssf33-ecb':
      throw new Error(`${wrapping} is never chosen here`)
  }
}
