/** What crosses to the page about PINs. A PIN itself goes one way only. */
import * as z from 'zod'
import { pinClasses } from '../pin-policy.ts'
import { secret } from './secret-inputs.ts'

/** Also the schema of resources/pin-policy.json. */
export const PinPolicyModel = z.object({
  minLength: z.int().min(4).max(32),
  requiredClasses: z.array(z.enum(pinClasses)),
  /** Compared in lower case. */
  knownPins: z.array(z.string().regex(/^[!-@[-~]{1,32}$/)),
})

/** Of the token that is meant; bounds only, its own limits are checked against it. */
const AnyPin = secret(z.string().min(1).max(256))
const TokenSerialNumber = z.string().min(1).max(64)

export const PinChange = z.strictObject({ tokenSerialNumber: TokenSerialNumber, pin: AnyPin, newPin: AnyPin })
export const PinUnblocking = z.strictObject({
  tokenSerialNumber: TokenSerialNumber,
  securityOfficerPin: AnyPin,
  newPin: AnyPin,
})

/** The token said so, and has taken the new PIN for a login. */
export const PinChanged = z.object({ isProven: z.literal(true) })
