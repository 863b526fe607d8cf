import { hasCode } from '../../app-error.ts'
import type { TokenInput } from '../../../shared/token/messages.ts'
import { CKA, CKO } from './cryptoki.ts'
import type { Handle } from './cryptoki.ts'
import { isRefusal } from './pkcs11-errors.ts'
import { readKeyFamily } from './public-key.ts'
import { readAttributes } from './read-attributes.ts'
import { destroyObject } from './remove-pair.ts'
import { signWith } from './sign-with.ts'
import { unlockedToken } from './unlock-token.ts'
import type { UnlockedToken } from './unlock-token.ts'
import type { WorkerState } from './worker-state.ts'

/**
 * Removes what a killed write left: keys with neither id nor label, and certificates that have no content either. Some
 * programs store good keys that way as well, and a key is worth more than the room it takes: unless every nameless
 * private key is shown to be half-written, no nameless key is removed.
 */
export function removeNameless(state: WorkerState, { slot }: TokenInput<'removeNameless'>): number {
  const place = unlockedToken(state, slot)
  const certificates = findNameless(state, place, CKO.certificate).filter((one) => isEmpty(state, place, one))
  const half = [...halfWrittenKeys(state, place), ...certificates]
  return half.filter((object) => destroyObject(state.module, place.unlocked.session, object)).length
}

function halfWrittenKeys(state: WorkerState, place: UnlockedToken): readonly Handle[] {
  const privateKeys = findNameless(state, place, CKO.privateKey)
  if (!privateKeys.every((key) => isHalfWritten(state, place, key))) return []
  return [...privateKeys, ...findNameless(state, place, CKO.publicKey)]
}

/** A certificate without a name is a certificate, as long as there is something in it. Refused is not empty. */
function isEmpty({ module }: WorkerState, { unlocked: { session } }: UnlockedToken, object: Handle): boolean {
  return readAttributes(module, { session, object, types: [CKA.value] })?.[0]?.length === 0
}

function findNameless(state: WorkerState, { unlocked }: UnlockedToken, objectClass: number): readonly Handle[] {
  const template = [{ type: CKA.class, value: objectClass }]
  const keys = state.findObjects(unlocked.session, template, Number.POSITIVE_INFINITY)
  return keys.filter((object) => {
    const values = readAttributes(state.module, { session: unlocked.session, object, types: [CKA.id, CKA.label] })
    // Refused is not empty.
    return values?.every((value) => value?.length === 0) ?? false
  })
}

/** A key that may not sign, or asks for more, is refused with other words than one whose parts are missing. */
function isHalfWritten(state: WorkerState, place: UnlockedToken, handle: Handle): boolean {
  try {
    const family = readKeyFamily(state.module, place.unlocked.session, handle)
    signWith(state, place, { handle, family }, new Uint8Array(32))
    return false
  } catch (thrown) {
    return hasCode(thrown, 'token.keyNotFound') || isRefusal(thrown, 'GENERAL_ERROR', 'FUNCTION_FAILED')
  }
}
