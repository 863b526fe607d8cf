import { generateKeyPairSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

import type { KeyType } from '../../src/shared/token/messages.ts'
import { SoftTokenError } from './soft-token-error.ts'
import type { SoftObject } from './soft-token-file.ts'

interface NamedKey {
  readonly id: string
  readonly label: string
  readonly unwraps?: boolean | undefined
}

interface NewKeyPair {
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}

export function generateKeys(keyType: KeyType): NewKeyPair {
  if (keyType === 'sm2') throw new SoftTokenError('token.sm2Unsupported')
  return keyType === 'rsa-2048'
    ? generateKeyPairSync('rsa', { modulusLength: 2048 })
    : generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
}

/** The two objects of a key pair, as a soft token keeps them. */
export function toKeyObjects(named: NamedKey, { publicKey, privateKey }: NewKeyPair): readonly SoftObject[] {
  const { id, label } = named
  const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  return [{ kind: 'publicKey', id, label, spki }, toPrivateKeyObject(named, privateKey)]
}

export function toPrivateKeyObject({ id, label, unwraps }: NamedKey, privateKey: KeyObject): SoftObject {
  const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
  return { kind: 'privateKey', id, label, pkcs8, unwraps: unwraps === true }
}
