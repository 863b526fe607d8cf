import { assertNever } from '../../../../src/shared/assert-never.ts'
import type { KeyAlgorithm } from '../public-key.ts'
import type { AuthorityKeys, Signer } from './signer.ts'
import { newSm2Keys } from './sm2-signature.ts'
import { openSm2Signer } from './sm2-signer.ts'
import { newWebcryptoKeys, openWebcryptoSigner } from './webcrypto-signer.ts'

/** The family of an authority's own keys; each family certifies keys of its kind. */
export const keyFamilies = ['rsa', 'p-256', 'sm2'] as const
export type KeyFamily = (typeof keyFamilies)[number]

export function familyOf(algorithm: KeyAlgorithm): KeyFamily {
  switch (algorithm) {
    case 'rsa-2048':
    case 'rsa-3072':
      return 'rsa'
    case 'p-256':
    case 'sm2':
      return algorithm
    default:
      return assertNever(algorithm)
  }
}

export async function newKeys(family: KeyFamily): Promise<AuthorityKeys> {
  return family === 'sm2' ? newSm2Keys() : newWebcryptoKeys(family)
}

/** @param privateKey as `newKeys` gave it */
export async function openSigner(family: KeyFamily, privateKey: string): Promise<Signer> {
  return family === 'sm2' ? openSm2Signer(privateKey) : openWebcryptoSigner(family, privateKey)
}
