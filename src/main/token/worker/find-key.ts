import { createHash } from 'node:crypto'

import { hasCode } from '../../app-error.ts'
import type { TokenInput, TokenOutput } from '../../../shared/token/messages.ts'
import { CKA, CKO } from './cryptoki.ts'
import type { Handle } from './cryptoki.ts'
import { readKeyFamily, readPublicKey } from './public-key.ts'
import { readAttributes } from './read-attributes.ts'
import { unlockedToken } from './unlock-token.ts'
import type { UnlockedToken } from './unlock-token.ts'
import type { WorkerState } from './worker-state.ts'

/**
 * Walks the public keys of the token, for a key whose journal was lost; then the private ones, since an RSA private key
 * tells its public half as well, and some programs keep no public key beside it. Native calls: 4 per walk, 4 per key (2
 * for a private EC key) up to the one that is found, and 2 for its id.
 */
export function findKey(state: WorkerState, { slot, publicKeySha256 }: TokenInput<'findKey'>): TokenOutput<'findKey'> {
  const place = unlockedToken(state, slot)
  const { session } = place.unlocked
  for (const objectClass of [CKO.publicKey, CKO.privateKey]) {
    const template = [{ type: CKA.class, value: objectClass }]
    for (const object of state.findObjects(session, template, Number.POSITIVE_INFINITY)) {
      if (hashOf(state, place, { object, objectClass }) !== publicKeySha256) continue
      const [id] = readAttributes(state.module, { session, object, types: [CKA.id] }) ?? []
      if (id !== undefined && id.length > 0) return { id: id.toString('hex') }
    }
  }
  return {}
}

interface KeyObject {
  readonly object: Handle
  readonly objectClass: number
}

/** Hex SHA-256 of the SPKI; nothing for a key that does not tell it, or is of a kind that this program does not make. */
function hashOf(
  { module }: WorkerState,
  { unlocked: { session } }: UnlockedToken,
  { object, objectClass }: KeyObject,
): string | undefined {
  try {
    const family = readKeyFamily(module, session, object)
    if (objectClass === CKO.privateKey && family === 'ec') return undefined
    const spki = readPublicKey(module, session, object, family)
    return createHash('sha256').update(spki).digest('hex')
  } catch (thrown) {
    if (hasCode(thrown, 'token.unsupported') || hasCode(thrown, 'token.keyNotFound')) return undefined
    throw thrown
  }
}
