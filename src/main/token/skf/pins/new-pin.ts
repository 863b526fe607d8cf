import { AppError } from '../../../app-error.ts'
import { verifyUserPin } from './verify-pin.ts'
import type { ReservedPlace } from '../state/reserve-token.ts'
import type { SkfState } from '../state/skf-state.ts'
import { SAR, toSkfError } from '../skf-errors.ts'
import { countDetails, readPinCount, type PinCount } from './pin-count.ts'
import { explainRefusal, type Refusal } from './pin-outcome.ts'

/** What is wrong with the new PIN: the token has rules of its own, and has changed nothing. */
const refusalsOfNewPin: readonly number[] = [SAR.pinInvalid, SAR.pinLength]

/**
 * Why a change of a PIN was refused. By the standard's codes; where there is none, by the tries of the PIN that it was
 * asked for with: fewer than before and that PIN was wrong; as many, less than it has, and it was not looked at, since a
 * right one has all its tries again. Otherwise nobody knows what the PIN is now: token.pinOutcomeUnknown.
 */
export function explainChange(state: SkfState, refusal: Refusal): AppError {
  const { call, code, application, holder, before } = refusal
  const { details } = toSkfError(call, code).failure
  if (code === SAR.notSupported) return new AppError('token.unsupported', { details })
  const after = readPinCount(state.calls, application, holder)
  if (code === SAR.pinIncorrect || code === SAR.pinLocked || isFewer(after, before)) {
    return explainRefusal(state.calls, refusal)
  }
  if (refusalsOfNewPin.includes(code)) return new AppError('token.newPinRefused', { details })
  const isUntouched = after !== undefined && after.left === before?.left && after.left < after.most
  return isUntouched
    ? new AppError('token.failed', { details: { ...details, ...countDetails(after) } })
    : new AppError('token.pinOutcomeUnknown', { details })
}

function isFewer(after: PinCount | undefined, before: PinCount | undefined): boolean {
  return after !== undefined && before !== undefined && after.left < before.left
}

/** A login with the new PIN: what the token says it has done is seen to be so. It is ended with the reservation. */
export function proveNewPin(state: SkfState, place: ReservedPlace, newPin: string): void {
  try {
    verifyUserPin(state.calls, place.application.handle, newPin)
  } catch (thrown) {
    const details = thrown instanceof AppError ? thrown.failure.details : undefined
    throw new AppError('token.pinUnproven', { details, cause: thrown })
  }
}
