import { AppError } from '../../../app-error.ts'

/** SKF tells no limits. These are what no key is known to go beyond; the key itself may be stricter, at no try's cost. */
export const pinLimits = { minLength: 4, maxLength: 64 } as const

/** Codes token.pinLength; token.pinInvalid for an end mark, behind which the library would not look. */
export function checkPin(pin: string): void {
  const length = Buffer.byteLength(pin)
  if (length < pinLimits.minLength || length > pinLimits.maxLength)
    throw new AppError('token.pinLength', { details: pinLimits })
  if (pin.includes('\0')) throw new AppError('token.pinInvalid')
}

/** The PIN as the library takes it, wiped when it has taken it. */
export function withPin<Answer>(pin: string, use: (octets: Uint8Array) => Answer): Answer {
  const octets = Buffer.from(`${pin}\0`, 'utf8')
  try {
    return use(octets)
  } finally {
    octets.fill(0)
  }
}
