import { assertNever } from '../../../shared/assert-never.ts'
import type { Finding } from '../../../shared/ipc/models-environment.ts'
import type { PinState } from '../../../shared/token/messages.ts'

/**
 * How the user PIN stands. The flags of CK_TOKEN_INFO (PKCS#11 v2.40, 3.3) tell that a try was wrong, and never how many are
 * left; SKF_GetPINInfo (GM/T 0016) tells the number. Codes token.pinCountLow, token.pinFinalTry, token.pinLocked.
 *
 * @param triesLeft where the token tells it
 */
export function judgePin(pin: PinState, triesLeft?: number): Finding {
  const details = triesLeft === undefined ? {} : { details: { triesLeft } }
  switch (pin) {
    case 'ok':
      return { state: 'ok', ...(triesLeft === undefined ? {} : { facts: { form: 'counted', count: triesLeft } }) }
    case 'count-low':
      return { state: 'attention', failure: { code: 'token.pinCountLow', ...details } }
    case 'final-try':
      return { state: 'attention', failure: { code: 'token.pinFinalTry', ...details } }
    case 'locked':
      return { state: 'blocked', failure: { code: 'token.pinLocked' } }
    default:
      return assertNever(pin)
  }
}
