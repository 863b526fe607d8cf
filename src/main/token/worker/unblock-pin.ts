import { AppError, hasCode } from '../../app-error.ts'
import type { PinState, TokenInput } from '../../../shared/token/messages.ts'
import { CKU_SO } from './cryptoki.ts'
import { logOut, proveNewPin, takeNewPin } from './new-pin.ts'
import type { PinSession } from './pin-session.ts'
import { withPinSession } from './pin-session.ts'
import { isRefusal } from './pkcs11-errors.ts'
import { toSecurityOfficerPinState } from './token-snapshot.ts'
import { checkPinLength } from './unlock-token.ts'
import type { WorkerState } from './worker-state.ts'

/**
 * C_Login of the security officer, C_InitPIN, C_Logout (PKCS#11 v2.40, 5.6), and the proof. Before any PIN is tried the
 * token is asked for C_InitPIN without a login: one that cannot do it at all says so, and one that can wants a login.
 */
export function unblockPin(state: WorkerState, input: TokenInput<'unblockPin'>): void {
  const { securityOfficerPin, newPin, ...meant } = input
  withPinSession(state, meant, (place) => {
    checkPinLength(place, securityOfficerPin)
    checkPinLength(place, newPin)
    if (toSecurityOfficerPinState(place.info.flags) === 'locked') {
      throw new AppError('token.securityOfficerPinLocked', { details: { pinState: 'locked' } })
    }
    if (isLoginWanted(place, newPin)) {
      logIn(place, securityOfficerPin)
      takeNewPin(() => place.module.C_InitPIN(place.session, newPin))
      logOut(place)
    }
    proveNewPin(place, newPin)
  })
}

/** False: the token has set the PIN without asking who does. That is its fault, but it is what was to be done. */
function isLoginWanted({ module, session }: PinSession, newPin: string): boolean {
  try {
    takeNewPin(() => module.C_InitPIN(session, newPin))
    return false
  } catch (thrown) {
    if (isRefusal(thrown, 'FUNCTION_NOT_SUPPORTED')) throw unsupported(thrown)
    // A token whose rules the new PIN breaks need not see any PIN for that.
    if (hasCode(thrown, 'token.newPinRefused')) throw thrown
    return true
  }
}

function logIn(place: PinSession, securityOfficerPin: string): void {
  try {
    place.module.C_Login(place.session, CKU_SO, securityOfficerPin)
  } catch (thrown) {
    if (isRefusal(thrown, 'FUNCTION_NOT_SUPPORTED', 'USER_TYPE_INVALID')) throw unsupported(thrown)
    if (isRefusal(thrown, 'PIN_LOCKED')) throw refused(thrown, 'locked')
    if (isRefusal(thrown, 'PIN_INCORRECT', 'PIN_INVALID', 'PIN_LEN_RANGE')) throw refused(thrown, stateNow(place))
    throw thrown
  }
}

/** Undefined where the token does not answer any more. */
function stateNow({ module, slot }: PinSession): PinState | undefined {
  try {
    return toSecurityOfficerPinState(module.C_GetTokenInfo(slot).flags)
  } catch {
    return undefined
  }
}

function refused(thrown: unknown, pinState: PinState | undefined): AppError {
  const code = pinState === 'locked' ? 'token.securityOfficerPinLocked' : 'token.securityOfficerPinIncorrect'
  const told = thrown instanceof AppError ? thrown.failure.details : {}
  return new AppError(code, { details: { ...told, ...(pinState === undefined ? {} : { pinState }) } })
}

function unsupported(cause: unknown): AppError {
  const details = cause instanceof AppError ? cause.failure.details : undefined
  return new AppError('token.unblockUnsupported', { details, cause })
}
