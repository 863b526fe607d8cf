import type { Input, Output } from '../../shared/ipc/contract.ts'
import { brokenPinRules, type PinPolicy, type PinRules } from '../../shared/pin-policy.ts'
import { AppError } from '../app-error.ts'
import type { KnownPins } from './known-pins.ts'
import type { TokenPins } from './ports.ts'

/** PIN 管理. */
export interface PinCases {
  readonly pinPolicy: () => Output<'pin:policy'>
  readonly changePin: (change: Input<'pin:change'>) => Promise<Output<'pin:change'>>
  readonly unblockPin: (unblocking: Input<'pin:unblock'>) => Promise<Output<'pin:unblock'>>
}

interface PinParts {
  readonly tokens: TokenPins
  readonly policy: PinPolicy
  readonly knownPins: KnownPins
}

/** The rules are asked before any PIN goes to the token (code pin.refused with the rule in details.reason). */
export function createPinCases({ tokens, policy, knownPins }: PinParts): PinCases {
  const check = (serialNumber: string, newPin: string, oldPin?: string) =>
    requireRules(newPin, { policy, limits: tokens.limits(serialNumber), oldPin })
  return {
    pinPolicy: () => ({ ...policy, requiredClasses: [...policy.requiredClasses], knownPins: [...policy.knownPins] }),
    changePin: async ({ tokenSerialNumber, pin, newPin }) => {
      check(tokenSerialNumber, newPin, pin)
      await tokens.change(tokenSerialNumber, { pin, newPin })
      knownPins.loggedIn(tokenSerialNumber, newPin)
      return { isProven: true }
    },
    unblockPin: async ({ tokenSerialNumber, securityOfficerPin, newPin }) => {
      check(tokenSerialNumber, newPin)
      await tokens.unblock(tokenSerialNumber, { securityOfficerPin, newPin })
      knownPins.loggedIn(tokenSerialNumber, newPin)
      return { isProven: true }
    },
  }
}

function requireRules(newPin: string, rules: PinRules): void {
  const [reason] = brokenPinRules(newPin, rules)
  if (reason !== undefined) throw new AppError('pin.refused', { details: { reason } })
}
