import { createHash } from 'node:crypto'
import { AppError } from '../../app-error.ts'
import type { TokenInput, TokenOutput } from '../../../shared/token/messages.ts'
import { CKA, CKO } from './cryptoki.ts'
import type { Handle } from './cryptoki.ts'
import { readKeyFamily, readPublicKey } from './public-key.ts'
import { readAttributes } from './read-attributes.ts'
import { unlockedToken } from './unlock-token.ts'
import type { UnlockedToken } from './unlock-token.ts'
import type { WorkerState } from './worker-state.ts'

/** Walks the public keys of the token, for a key whose journal was lost: 4 native calls and 6 per key. */
export function findKey(state: WorkerState, { slot, publicKeySha256 }: TokenInput<'findKey'>): TokenOutput<'findKey'> {
  const place = unlockedToken(state, slot)
  const template = [{ type: CKA.class, value: CKO.publicKey }]
  const keys = state.findObjects(place.unlocked.session, template, Number.POSITIVE_INFINITY)
  const object = keys.find((key) => hashOf(state, place, key) === publicKeySha256)
  if (object === undefined) return {}
  const [id] = readAttributes(state.module, { session: place.unlocked.session, object, types: [CKA.id] }) ?? []
  return id === undefined || id.length === 0 ? {} : { id: id.toString('hex') }
}

/** Hex SHA-256 of the SPKI; nothing for a key that is half-written, or of a kind that this program does not make. */
function hashOf({ module }: WorkerState, { unlocked }: UnlockedToken, key: Handle): string | undefined {
  try {
    const spki = readPublicKey(module, unlocked.session, key, readKeyFamily(module, unlocked.session, key))
    return createHash('sha256').update(spki).digest('hex')
  } catch (thrown) {
    const { code } = thrown instanceof AppError ? thrown.failure : {}
    if (code === 'token.unsupported' || code === 'token.keyNotFound') return undefined
    throw thrown
  }
}
