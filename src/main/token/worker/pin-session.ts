import { AppError } from '../../app-error.ts'
import { CKF } from './cryptoki.ts'
import type { Cryptoki, CryptokiTokenInfo, Handle } from './cryptoki.ts'
import { askSlots, closeQuietly, forgetToken, isTokenGone } from './known-tokens.ts'
import { trimField } from './token-text.ts'
import type { WorkerState } from './worker-state.ts'

/** A read-write session for one change of a PIN, and what the token told about itself in it. */
export interface PinSession {
  readonly module: Cryptoki
  readonly slot: Handle
  readonly session: Handle
  info: CryptokiTokenInfo
}

/** Which token is meant. */
interface Meant {
  readonly slot: string
  readonly serialNumber: string
}

/**
 * The only session of this program on that token, while `effect` runs: a read-only one beside it would refuse a login
 * of the security officer (CKR_SESSION_READ_ONLY_EXISTS). It is opened first and the token asked for its serial number
 * second, so a session that lives is on the token that is meant. Whatever comes of it, it is closed, which also logs
 * out; the token is listed anew. Errors: token.busy while unlocked, token.absent, token.otherToken.
 */
export function withPinSession(state: WorkerState, meant: Meant, effect: (place: PinSession) => void): void {
  if (state.tokens.get(meant.slot)?.unlocked !== undefined) throw new AppError('token.busy')
  forgetToken(state, meant.slot)
  const slot = askSlots(state).get(meant.slot)
  if (slot === undefined) throw new AppError('token.absent')
  const place = openSession(state, slot)
  try {
    if (trimField(place.info.serialNumber) !== meant.serialNumber) throw new AppError('token.otherToken')
    effect(place)
  } finally {
    closeQuietly(state.module, place.session)
  }
}

function openSession({ module }: WorkerState, slot: Handle): PinSession {
  try {
    const session = module.C_OpenSession(slot, CKF.serialSession | CKF.rwSession)
    try {
      return { module, slot, session, info: module.C_GetTokenInfo(slot) }
    } catch (thrown) {
      closeQuietly(module, session)
      throw thrown
    }
  } catch (thrown) {
    throw isTokenGone(thrown) ? new AppError('token.absent') : thrown
  }
}
