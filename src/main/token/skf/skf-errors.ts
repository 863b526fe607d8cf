import type { ErrorCode } from '../../../shared/error-codes.ts'
import { skfErrors } from '../../../shared/failures/vendor/skf.ts'
import { AppError } from '../../app-error.ts'
import type { SkfName } from './native/prototypes.ts'

/**
 * The few codes of GM/T 0016 that anything is decided by. All of them are below 0x0A000032, where vendors agree; and
 * nothing is decided by a code alone that could lose something: see explain-failure.ts and pin-outcome.ts.
 */
export const SAR = {
  notSupported: 0x0a000003,
  timeout: 0x0a00000f,
  inDataLength: 0x0a000010,
  inData: 0x0a000011,
  hashNotEqual: 0x0a00001a,
  keyNotFound: 0x0a00001b,
  certificateNotFound: 0x0a00001c,
  decryptPad: 0x0a00001e,
  deviceRemoved: 0x0a000023,
  pinIncorrect: 0x0a000024,
  pinLocked: 0x0a000025,
  pinInvalid: 0x0a000026,
  pinLength: 0x0a000027,
  notLoggedIn: 0x0a00002d,
  noRoom: 0x0a000030,
} as const

/** By the code as it is written: `0x0A000024`. */
const codes: ReadonlyMap<string, ErrorCode> = new Map(skfErrors.map(({ value, code }) => [value.toLowerCase(), code]))

/** What a library answered, as ours; what the table does not know is `token.failed`. */
export function toSkfError(call: SkfName, code: number): AppError {
  const skf = `0x${code.toString(16).toUpperCase().padStart(8, '0')}`
  return new AppError(codes.get(skf.toLowerCase()) ?? 'token.failed', { details: { call, skf } })
}

/** The code that the library answered with; undefined for every other failure. */
export function skfCodeOf(thrown: unknown): number | undefined {
  const skf = thrown instanceof AppError ? thrown.failure.details?.['skf'] : undefined
  return typeof skf === 'string' ? Number.parseInt(skf, 16) : undefined
}

export function isSkfCode(thrown: unknown, ...some: readonly number[]): boolean {
  const code = skfCodeOf(thrown)
  return code !== undefined && some.includes(code)
}
