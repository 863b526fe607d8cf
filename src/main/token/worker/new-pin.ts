import { AppError } from '../../app-error.ts'
import { CKU_USER } from './cryptoki.ts'
import type { PinSession } from './pin-session.ts'
import { isRefusal } from './pkcs11-errors.ts'

/** The call did not reach the token. */
const goneBefore = ['SESSION_HANDLE_INVALID', 'SESSION_CLOSED', 'TOKEN_NOT_PRESENT']

/** What is wrong with the new PIN, in the words of PKCS#11: the token has rules of its own, and has changed nothing. */
const refusalsOfNewPin = ['PIN_INVALID', 'PIN_LEN_RANGE']

/** What a token answers when it has not changed anything, for a reason that is not the new PIN. */
const plainRefusals = [
  'USER_NOT_LOGGED_IN',
  'PIN_INCORRECT',
  'PIN_LOCKED',
  'PIN_EXPIRED',
  'USER_PIN_NOT_INITIALIZED',
  'FUNCTION_NOT_SUPPORTED',
  'SESSION_READ_ONLY',
  'TOKEN_WRITE_PROTECTED',
  'ACTION_PROHIBITED',
]

/**
 * Has the token take the new PIN. An answer that is no plain refusal does not tell what the PIN is now: neither claimed
 * to be changed nor to be the old one (token.pinOutcomeUnknown).
 */
export function takeNewPin(take: () => void): void {
  try {
    take()
  } catch (thrown) {
    if (!(thrown instanceof AppError) || isRefusal(thrown, ...plainRefusals)) throw thrown
    if (isRefusal(thrown, ...goneBefore)) throw new AppError('token.absent', { cause: thrown })
    const code = isRefusal(thrown, ...refusalsOfNewPin) ? 'token.newPinRefused' : 'token.pinOutcomeUnknown'
    throw new AppError(code, { details: thrown.failure.details, cause: thrown })
  }
}

/**
 * A login with the new PIN, ended again: what the token says it has done is seen to be so. Should the token not take it
 * after all, that is one wrong try of a count that has just begun anew.
 */
export function proveNewPin({ module, session }: PinSession, newPin: string): void {
  try {
    module.C_Login(session, CKU_USER, newPin)
  } catch (thrown) {
    const details = thrown instanceof AppError ? thrown.failure.details : undefined
    throw new AppError('token.pinUnproven', { details, cause: thrown })
  }
  logOut({ module, session })
}

/** Closing the only session logs out as well, so a module that does not like C_Logout changes nothing. */
export function logOut({ module, session }: Pick<PinSession, 'module' | 'session'>): void {
  try {
    module.C_Logout(session)
  } catch {
    return
  }
}
