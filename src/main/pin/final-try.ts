import { AppError } from '../app-error.ts'
import type { Logins } from './known-pins.ts'
import type { TokenPins } from './ports.ts'

/** What has to be known, and who has to agree, before the last try of a PIN is used up. */
export interface FinalTry {
  /** One try of this key's PIN is left, as far as the key tells. */
  readonly isFinal: (serialNumber: string) => Promise<boolean>
  /** Asks the user in a window of the system's own, which no page can answer. */
  readonly confirm: (cardNumber: string) => Promise<boolean>
}

/**
 * The same logins, of which the last one that a key allows is not made unless the user agrees here in main: a page that was
 * taken over could try PINs, and lock the key for good. As far as the key tells; how it stands is asked anew after each
 * refusal, before anybody may try again. Code token.pinFinalTry.
 */
export function guardLogins<Token extends Logins>(token: Token, finalTry: FinalTry): Token {
  const unlock: Logins['unlock'] = async (serialNumber, pin, publicKeySha256) => {
    await requireAgreement(serialNumber, finalTry)
    return token.unlock(serialNumber, pin, publicKeySha256)
  }
  return { ...token, unlock }
}

/** And the same for the PIN that is asked for when it is changed. */
export function guardPins(tokens: TokenPins, finalTry: FinalTry): TokenPins {
  return {
    ...tokens,
    change: async (serialNumber, pins) => {
      await requireAgreement(serialNumber, finalTry)
      await tokens.change(serialNumber, pins)
    },
  }
}

async function requireAgreement(serialNumber: string, finalTry: FinalTry): Promise<void> {
  if (!(await finalTry.isFinal(serialNumber))) return
  if (!(await finalTry.confirm(serialNumber))) throw new AppError('token.pinFinalTry')
}
