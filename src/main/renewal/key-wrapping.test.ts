import { describe, expect, it } from 'vitest'
import { KeyWrapping } from '../../shared/platform/schemas/orders.ts'
import type { SymmetricAlgorithm } from '../../shared/token/messages.ts'
import { toWrappedKey, wrappingsFor } from './key-wrapping.ts'
import { recordBySkf, startedBySkf, startedByUnknownKey } from './testing/sm2-work.ts'

const wrappings = (keyType: 'rsa-2048' | 'p-256' | 'sm2', symmetric: readonly SymmetricAlgorithm[]) =>
  wrappingsFor(keyType, recordBySkf({ started: { ...startedBySkf, symmetric: [...symmetric] } }, 'started'))

describe('what is asked for', () => {
  it.each([
    [
      'sm2',
      ['ssf33', 'sm1', 'sm4'],
      ['sm2-enveloped-key/sm4-ecb', 'sm2-enveloped-key/sm1-ecb', 'sm2-enveloped-key/ssf33-ecb'],
    ],
    ['sm2', ['sm4'], ['sm2-enveloped-key/sm4-ecb']],
    ['sm2', ['ssf33', 'sm4'], ['sm2-enveloped-key/sm4-ecb', 'sm2-enveloped-key/ssf33-ecb']],
    // The key could be put there, but nobody here could prove that it fits.
    ['sm2', ['sm1', 'ssf33'], []],
    ['sm2', [], []],
    ['rsa-2048', ['sm4'], ['rsa-oaep-sha1/aes256-kwp', 'rsa-pkcs1/aes256-kwp']],
    ['p-256', ['sm4'], []],
  ] as const)('for %s on a token with %j is %j', (keyType, symmetric, expected) => {
    expect(wrappings(keyType, symmetric)).toEqual(expected)
  })

  it('is nothing for SM2 where nobody knows what the token has', () => {
    expect(wrappingsFor('sm2', recordBySkf({ started: startedByUnknownKey }, 'started'))).toEqual([])
  })
})

describe('what has come', () => {
  const certificate = { id: 'aa', certificate: 'AAAA' }
  const rsa = { encryptedKey: 'AQ==', encryptedPrivateKey: 'Ag==' }
  const sm2 = { envelopedKey: 'Aw==' }

  it.each(KeyWrapping.options)(
    'by %s is taken with its own parts, and not with those of the other kind',
    (wrapping) => {
      const isSm2 = wrapping.startsWith('sm2-')
      expect(toWrappedKey({ ...certificate, wrapping, ...(isSm2 ? sm2 : rsa) })).toEqual(
        isSm2
          ? { keyEncryption: 'sm2-enveloped', envelopedKey: Uint8Array.of(3) }
          : {
              keyEncryption: wrapping.startsWith('rsa-oaep') ? 'rsa-oaep-sha1' : 'rsa-pkcs1',
              ...{ encryptedKey: Uint8Array.of(1), encryptedPrivateKey: Uint8Array.of(2) },
            },
      )
      expect(toWrappedKey({ ...certificate, wrapping, ...(isSm2 ? rsa : sm2) })).toBeUndefined()
    },
  )

  it('by any other name is not taken', () => {
    expect(toWrappedKey({ ...certificate, wrapping: 'cms-enveloped-data', ...rsa, ...sm2 })).toBeUndefined()
  })
})
