import { CKF, nameOf } from './cryptoki.ts'
import type { Cryptoki, Handle } from './cryptoki.ts'
import { isRefusal } from './pkcs11-errors.ts'
import type { KnownToken, WorkerState } from './worker-state.ts'

/** Longer than the watcher's interval: under a watcher the slots are always known, and nobody swaps a key in a second. */
const freshMs = 1000
/** A blank token is made usable by another program, now and then; asking it at every listing would double the calls. */
const blankMs = 5000

/** Asks which slots hold a token (2 native calls) and forgets the tokens that are gone. */
export function askSlots(state: WorkerState): ReadonlyMap<string, Handle> {
  state.slots = new Map(state.module.C_GetSlotList(true).map((slot) => [nameOf(slot), slot]))
  state.slotsAskedAt = state.now()
  for (const name of [...state.tokens.keys()]) if (!state.slots.has(name)) forgetToken(state, name)
  for (const name of [...state.blanks.keys()]) if (!state.slots.has(name)) state.blanks.delete(name)
  return state.slots
}

/** Were the slots asked for within the last second? */
export function areSlotsFresh(state: WorkerState): boolean {
  return state.slots.size > 0 && state.now() - state.slotsAskedAt < freshMs
}

/** Something answered otherwise than the slots promise: the next one asks again. */
export function distrustSlots(state: WorkerState): void {
  state.slotsAskedAt = Number.NEGATIVE_INFINITY
}

/**
 * Opens a session first and asks who is there second: should the token be changed in between, the session dies with the
 * old one, so a session that lives always belongs to the token described. Undefined for a blank token or none.
 */
export function openToken(state: WorkerState, name: string, slot: Handle): KnownToken | undefined {
  const blankSince = state.blanks.get(name)
  if (blankSince !== undefined && state.now() - blankSince < blankMs) return undefined
  state.blanks.delete(name)
  try {
    const session = state.module.C_OpenSession(slot, CKF.serialSession)
    const info = state.module.C_GetTokenInfo(slot)
    if ((info.flags & CKF.tokenInitialised) !== 0) {
      const token: KnownToken = { slot, session, info, objects: new Map() }
      state.tokens.set(name, token)
      return token
    }
    closeQuietly(state.module, session)
  } catch (thrown) {
    if (isTokenGone(thrown)) {
      distrustSlots(state)
      return undefined
    }
    if (!isRefusal(thrown, 'TOKEN_NOT_RECOGNIZED')) throw thrown
  }
  state.blanks.set(name, state.now())
  return undefined
}

export function forgetToken(state: WorkerState, name: string): void {
  const token = state.tokens.get(name)
  state.tokens.delete(name)
  if (token === undefined) return
  for (const session of [token.unlocked?.session, token.readWriteSession, token.session]) {
    if (session !== undefined) closeQuietly(state.module, session)
  }
}

/** A session that cannot be closed is one that is closed already, with its token; there is nothing left to do about it. */
export function closeQuietly(module: Cryptoki, session: Handle): void {
  try {
    module.C_CloseSession(session)
  } catch {
    return
  }
}

export function isTokenGone(thrown: unknown): boolean {
  return isRefusal(thrown, 'TOKEN_NOT_PRESENT', 'DEVICE_REMOVED', 'SLOT_ID_INVALID')
}
