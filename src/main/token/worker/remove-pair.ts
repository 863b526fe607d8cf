import type { TokenInput } from '../../../shared/token/messages.ts'
import { nameOf } from './cryptoki.ts'
import type { Cryptoki, Handle } from './cryptoki.ts'
import { proveById } from './find-by-id.ts'
import { isRefusal } from './pkcs11-errors.ts'
import { unlockedToken } from './unlock-token.ts'
import type { FoundObject, WorkerState } from './worker-state.ts'

/**
 * Whatever the removal is interrupted by, what is left must not look like a certificate that can be used, and must be
 * found again by who goes on: so the public key that stands in for the private one goes first, and the certificate, by
 * which a pair is known, last.
 */
const order: readonly FoundObject['kind'][] = ['publicKey', 'privateKey', 'certificate', 'other']

/**
 * Native calls: one per object where this login has found them already and the private key has signed; else they are
 * searched for and asked for their id first: nothing is destroyed that has not been shown to have exactly this id.
 */
export function removePair(state: WorkerState, { slot, id }: TokenInput<'removePair'>): number {
  const place = unlockedToken(state, slot)
  const { session, found, made } = place.unlocked
  // An empty id is no identity: objects that have nothing to do with each other share it.
  if (id === '') return 0
  const objects = order.flatMap((kind) => proveById(state, place, id).filter((object) => object.kind === kind))
  let removed = 0
  for (const { handle } of objects) {
    if (destroyObject(state.module, session, handle)) removed += 1
    place.token.objects.delete(nameOf(handle))
  }
  found.delete(id)
  made.delete(id)
  return removed
}

/** False when it was gone already. */
export function destroyObject(module: Cryptoki, session: Handle, object: Handle): boolean {
  try {
    module.C_DestroyObject(session, object)
    return true
  } catch (thrown) {
    if (isRefusal(thrown, 'OBJECT_HANDLE_INVALID')) return false
    throw thrown
  }
}
