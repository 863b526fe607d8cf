import { assertNever } from '../../../shared/assert-never.ts'
import type { Finding } from '../../../shared/ipc/models-environment.ts'
import type { PinState } from '../../../shared/token/messages.ts'

/**
 * What the flags of CK_TOKEN_INFO say of the user PIN (PKCS#11 v2.40, 3.3). They tell that a try was wrong, and never how
 * many are left. Codes token.pinCountLow, token.pinFinalTry, token.pinLocked.
 */
export function judgePin(pin: PinState): Finding {
  switch (pin) {
    case 'ok':
      return { state: 'ok' }
    case 'count-low':
      return { state: 'attention', failure: { code: 'token.pinCountLow' } }
    case 'final-try':
      return { state: 'attention', failure: { code: 'token.pinFinalTry' } }
    case 'locked':
      return { state: 'blocked', failure: { code: 'token.pinLocked' } }
    default:
      return assertNever(pin)
  }
}
