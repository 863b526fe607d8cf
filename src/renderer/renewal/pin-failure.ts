import type { ErrorCode } from '../../shared/error-codes.ts'
import type { Failure } from '../../shared/failure.ts'

const pinCodes: readonly ErrorCode[] = [
  'token.notUnlocked',
  'token.pinIncorrect',
  'token.pinLocked',
  'token.pinLength',
  'token.pinInvalid',
]

/** Does the user mend it by what is typed into the PIN dialog? */
export function isPinFailure({ code }: Failure): boolean {
  return pinCodes.includes(code)
}
