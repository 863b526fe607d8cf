/** What PIN management needs of the tokens, in its own words; token/ implements it, app.ts joins them. */
import type { PinLimits } from '../../shared/pin-policy.ts'

/** Both try the first PIN once. Codes: token.busy, token.absent, token.pin*, token.newPinRefused and what they come to. */
export interface TokenPins {
  /** Code token.absent. */
  limits(serialNumber: string): PinLimits
  change(serialNumber: string, pins: { readonly pin: string; readonly newPin: string }): Promise<void>
  unblock(serialNumber: string, pins: { readonly securityOfficerPin: string; readonly newPin: string }): Promise<void>
}
