import { CKF } from './cryptoki.ts'
import type { Handle } from './cryptoki.ts'
import { closeQuietly } from './known-tokens.ts'
import { isRefusal } from './pkcs11-errors.ts'
import type { UnlockedToken } from './unlock-token.ts'
import type { WorkerState } from './worker-state.ts'

/**
 * Starts signing or decrypting. What failed before can have left its operation open, and only a new session is free of
 * it (C_OpenSession and C_CloseSession); the login stays.
 */
export function startOperation(state: WorkerState, place: UnlockedToken, start: (session: Handle) => void): void {
  try {
    start(place.unlocked.session)
  } catch (thrown) {
    if (!isRefusal(thrown, 'OPERATION_ACTIVE')) throw thrown
    renewSession(state, place)
    start(place.unlocked.session)
  }
}

function renewSession({ module }: WorkerState, { token, unlocked }: UnlockedToken): void {
  const stuck = unlocked.session
  unlocked.session = module.C_OpenSession(token.slot, CKF.serialSession | CKF.rwSession)
  closeQuietly(module, stuck)
}
