import { AppError, hasCode } from '../../../app-error.ts'
import type { TokenInput } from '../../../../shared/token/messages.ts'
import { checkPin, withPin } from '../pins/check-pin.ts'
import { explainChange, proveNewPin } from '../pins/new-pin.ts'
import { untoldTries } from '../pins/pin-outcome.ts'
import { countDetails, readPinCount } from '../pins/pin-count.ts'
import { withReserved } from '../pins/with-reserved.ts'
import type { SkfState } from '../state/skf-state.ts'

/**
 * SKF_UnblockPIN, and a login with the new PIN for the proof. Before the administrator's PIN goes out it is asked whether
 * that one is locked. Native calls besides those of the reservation: as of a change.
 */
export function unblockPin(state: SkfState, input: TokenInput<'unblockPin'>): void {
  const { securityOfficerPin, newPin, ...meant } = input
  if (!state.calls.has('SKF_UnblockPIN')) throw unsupported()
  withReserved(state, meant, (place) => {
    checkPin(securityOfficerPin)
    checkPin(newPin)
    const { handle: application } = place.application
    const before = readPinCount(state.calls, application, 'administrator')
    if (before?.left === 0) throw new AppError('token.securityOfficerPinLocked', { details: countDetails(before) })
    const left = untoldTries()
    const code = withPin(securityOfficerPin, (administrators) =>
      withPin(newPin, (fresh) => state.calls.ask('SKF_UnblockPIN', application, administrators, fresh, left)),
    )
    if (code !== 0) {
      const refusal = explainChange(state, {
        call: 'SKF_UnblockPIN',
        code,
        application,
        holder: 'administrator',
        before,
        left,
      })
      throw hasCode(refusal, 'token.unsupported') ? unsupported(refusal) : refusal
    }
    proveNewPin(state, place, newPin)
  })
}

function unsupported(cause?: AppError): AppError {
  return new AppError('token.unblockUnsupported', { details: cause?.failure.details, cause })
}
