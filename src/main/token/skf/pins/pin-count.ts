import type { PinState } from '../../../../shared/token/messages.ts'
import type { ApplicationHandle } from '../native/handles.ts'
import { readNumber, writeNumber } from '../native/octets.ts'
import type { SkfCalls } from '../native/skf-calls.ts'

/** Whose PIN (ADMIN_TYPE, USER_TYPE). */
export const pinTypes = { administrator: 0, user: 1 } as const
export type PinHolder = keyof typeof pinTypes

/** How many tries a PIN has. */
export interface PinCount {
  readonly most: number
  readonly left: number
  readonly isDefault: boolean
}

/** Native calls: 1. Undefined where the library does not tell. */
export function readPinCount(calls: SkfCalls, application: ApplicationHandle, holder: PinHolder): PinCount | undefined {
  if (!calls.has('SKF_GetPINInfo')) return undefined
  const [most, left, isDefault] = [writeNumber(), writeNumber(), writeNumber()] as const
  if (calls.ask('SKF_GetPINInfo', application, pinTypes[holder], most, left, isDefault) !== 0) return undefined
  const count = { most: readNumber(most), left: readNumber(left), isDefault: readNumber(isDefault) !== 0 }
  return count.most === 0 ? undefined : count
}

/** What is not told is not known to be anything but well. */
export function toPinState(count: PinCount | undefined): PinState {
  if (count === undefined) return 'ok'
  if (count.left === 0) return 'locked'
  if (count.left >= count.most) return 'ok'
  return count.left === 1 ? 'final-try' : 'count-low'
}

/** For failure details: nothing where the library does not tell. */
export function countDetails(count: PinCount | undefined) {
  return count === undefined ? {} : { pinState: toPinState(count), triesLeft: count.left }
}
