import { generateKeyPairSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

import type { KeyType } from '../../src/shared/token/messages.ts'
import type { SoftObject } from './soft-token-file.ts'

interface Named {
  readonly id: string
  readonly label: string
}

export interface NewKeyPair {
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}

export function generateKeys(keyType: KeyType): NewKeyPair {
  return keyType === 'rsa-2048'
    ? generateKeyPairSync('rsa', { modulusLength: 2048 })
    : generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
}

/** The two objects of a key pair, as a soft token keeps them. */
export function toKeyObjects({ id, label }: Named, { publicKey, privateKey }: NewKeyPair): readonly SoftObject[] {
  const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const pkcs8 = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
  return [
    { kind: 'publicKey', id, label, spki },
    { kind: 'privateKey', id, label, pkcs8 },
  ]
}
