import type { TokenInput } from '../../../shared/token/messages.ts'
import { CKU_USER } from './cryptoki.ts'
import { logOut, proveNewPin, takeNewPin } from './new-pin.ts'
import type { PinSession } from './pin-session.ts'
import { withPinSession } from './pin-session.ts'
import { isRefusal } from './pkcs11-errors.ts'
import { checkPinLength, toUnlockError } from './unlock-token.ts'
import type { WorkerState } from './worker-state.ts'

/**
 * C_SetPIN (PKCS#11 v2.40, 5.6). Native calls besides those of the session: C_SetPIN, C_Login and C_Logout for the
 * proof, C_GetTokenInfo after a refusal; one C_Login more where the token wants its user logged in first. The old PIN is
 * never looked at twice: a token that wants a login says so before it looks.
 */
export function changePin(state: WorkerState, { newPin, pin, ...meant }: TokenInput<'changePin'>): void {
  withPinSession(state, meant, (place) => {
    checkPinLength(place, pin)
    checkPinLength(place, newPin)
    try {
      setPin(place, pin, newPin)
    } catch (thrown) {
      throw toUnlockError(state, place, thrown)
    }
    proveNewPin(place, newPin)
  })
}

function setPin({ module, session }: PinSession, pin: string, newPin: string): void {
  const set = (): void => takeNewPin(() => module.C_SetPIN(session, pin, newPin))
  try {
    set()
    return
  } catch (thrown) {
    if (!isRefusal(thrown, 'USER_NOT_LOGGED_IN')) throw thrown
  }
  module.C_Login(session, CKU_USER, pin)
  set()
  logOut({ module, session })
}
