import { AppError } from '../../../app-error.ts'
import type { ErrorCode } from '../../../../shared/error-codes.ts'
import { askDevices, forgetDevice, isAnswering } from './devices.ts'
import { isUnlocked, keyOf } from './places.ts'
import type { SkfState } from './skf-state.ts'

/** What may as well mean that the device is gone: vendors have codes of their own for that, and shifted ones. */
const vague: readonly ErrorCode[] = [
  'token.failed',
  'token.absent',
  'token.deviceError',
  'token.timeout',
  'token.notUnlocked',
  'token.wrappedKeyRefused',
  'token.layoutUnknown',
]

/**
 * Runs something on a slot, and finds out what a failure means: not by its code, but by asking whether the device is
 * there (SKF_EnumDev) and answers by our handle (SKF_GetDevInfo). token.absent when it is not there; token.notUnlocked
 * when it is, but was plugged in anew: its handles and its login are gone. Both forget the device.
 */
export function explained<Answer>(state: SkfState, slot: string, effect: () => Answer): Answer {
  try {
    return effect()
  } catch (thrown) {
    throw explainFailure(state, slot, thrown)
  }
}

function explainFailure(state: SkfState, slot: string, thrown: unknown): unknown {
  if (!(thrown instanceof AppError) || !vague.includes(thrown.failure.code)) return thrown
  const { details } = thrown.failure
  const device = state.known.get(keyOf(slot))
  // What did not come of a call says nothing of the device.
  if (device === undefined || details?.['call'] === undefined) return thrown
  if (!isThere(state, device.key)) return new AppError('token.absent', { details, cause: thrown })
  if (isAnswering(state, device)) return thrown
  const wasUnlocked = isUnlocked(device)
  forgetDevice(state, device)
  return wasUnlocked ? new AppError('token.notUnlocked', { details, cause: thrown }) : thrown
}

/** A library that does not answer any more does not say that the device is there. */
function isThere(state: SkfState, key: string): boolean {
  try {
    return askDevices(state).has(key)
  } catch {
    return state.present.has(key)
  }
}
