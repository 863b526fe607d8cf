import type { TokenInput } from '../../../../shared/token/messages.ts'
import { checkPin, withPin } from '../pins/check-pin.ts'
import { explainChange, proveNewPin } from '../pins/new-pin.ts'
import { untoldTries } from '../pins/pin-outcome.ts'
import { pinTypes, readPinCount } from '../pins/pin-count.ts'
import { withReserved } from '../pins/with-reserved.ts'
import type { SkfState } from '../state/skf-state.ts'

/**
 * SKF_ChangePIN of the user, and a login with the new PIN for the proof. Native calls besides those of the reservation:
 * SKF_GetPINInfo twice, SKF_ChangePIN, SKF_VerifyPIN. The old PIN is sent once.
 */
export function changePin(state: SkfState, { pin, newPin, ...meant }: TokenInput<'changePin'>): void {
  withReserved(state, meant, (place) => {
    checkPin(pin)
    checkPin(newPin)
    const { handle: application } = place.application
    const before = readPinCount(state.calls, application, 'user')
    const left = untoldTries()
    const code = withPin(pin, (old) =>
      withPin(newPin, (fresh) => state.calls.ask('SKF_ChangePIN', application, pinTypes.user, old, fresh, left)),
    )
    const refusal = { call: 'SKF_ChangePIN', code, application, holder: 'user', before, left } as const
    if (code !== 0) throw explainChange(state, refusal)
    proveNewPin(state, place, newPin)
  })
}
