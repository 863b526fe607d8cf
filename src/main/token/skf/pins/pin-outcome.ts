import type { ErrorCode } from '../../../../shared/error-codes.ts'
import { AppError } from '../../../app-error.ts'
import type { ApplicationHandle } from '../native/handles.ts'
import { readNumber, writeNumber } from '../native/octets.ts'
import type { SkfName } from '../native/prototypes.ts'
import type { SkfCalls } from '../native/skf-calls.ts'
import { SAR, toSkfError } from '../skf-errors.ts'
import { countDetails, readPinCount, type PinCount, type PinHolder } from './pin-count.ts'

/** A PIN that was sent, and refused. */
export interface Refusal {
  readonly call: SkfName
  readonly code: number
  readonly application: ApplicationHandle
  readonly holder: PinHolder
  /** How many tries there were before; undefined where the library does not tell. */
  readonly before: PinCount | undefined
  /** How many are left, as the call itself has put it down. */
  readonly left: Buffer
}

const codesOf: Readonly<Record<PinHolder, { readonly incorrect: ErrorCode; readonly locked: ErrorCode }>> = {
  user: { incorrect: 'token.pinIncorrect', locked: 'token.pinLocked' },
  administrator: { incorrect: 'token.securityOfficerPinIncorrect', locked: 'token.securityOfficerPinLocked' },
}

/**
 * Why a PIN was refused: by the code where it is one of the standard's, and by how many tries are left where it is not,
 * since vendors shift these codes. A PIN is never sent a second time to find out. `isTried`: the PIN was looked at.
 */
export function explainRefusal(calls: SkfCalls, refusal: Refusal): AppError {
  const { call, code, application, holder, before } = refusal
  const count = readPinCount(calls, application, holder) ?? countOfCall(refusal)
  const plain = toSkfError(call, code)
  const told = { ...plain.failure.details, ...countDetails(count) }
  const { incorrect, locked } = codesOf[holder]
  if (code === SAR.pinLocked || count?.left === 0)
    return new AppError(locked, { details: { ...told, pinState: 'locked' } })
  const isSpent = count !== undefined && before !== undefined && count.left < before.left
  if (code === SAR.pinIncorrect || isSpent) return new AppError(incorrect, { details: told })
  return new AppError(plain.failure.code, { details: told })
}

/** More than any PIN has. */
const mostTries = 100

/** Where the library has no other way to tell; not every one writes it down. */
function countOfCall({ code, left }: Refusal): PinCount | undefined {
  const told = readNumber(left)
  if (code !== SAR.pinIncorrect || told >= mostTries) return undefined
  return { most: told + 1, left: told, isDefault: false }
}

/** What a call is to put the tries into: it is seen whether it has. */
export function untoldTries(): Buffer {
  return writeNumber(0xffff_ffff)
}
