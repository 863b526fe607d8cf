import type { Overview } from '../../shared/ipc/models.ts'
import { isKnownAs } from '../../shared/is-known-as.ts'
import { isKnownPin, type PinPolicy } from '../../shared/pin-policy.ts'

/**
 * The tokens that have been logged in to with a PIN that everybody knows. Told by good logins only: no PIN is ever tried
 * to find out. Kept in memory, and not the PIN.
 */
export interface KnownPins {
  loggedIn(serialNumber: string, pin: string): void
  /** The overview with a word at the tokens whose PIN should be changed. */
  mark(overview: Overview): Overview
}

export function createKnownPins(policy: PinPolicy, changed: () => void): KnownPins {
  const tokens = new Set<string>()
  return {
    loggedIn: (serialNumber, pin) => {
      const before = tokens.has(serialNumber)
      const isKnown = isKnownPin(pin, policy)
      if (isKnown) tokens.add(serialNumber)
      else tokens.delete(serialNumber)
      if (before !== isKnown) changed()
    },
    mark: (overview) => ({
      ...overview,
      tokens: overview.tokens.map((token) =>
        [...tokens].some((serialNumber) => isKnownAs(token, serialNumber))
          ? { ...token, pin: { ...token.pin, isKnown: true } }
          : token,
      ),
    }),
  }
}

export interface Logins {
  unlock(serialNumber: string, pin: string, publicKeySha256?: string): Promise<unknown>
}

/** The same logins, of which the good ones are told. */
export function noticeLogins<Token extends Logins>(token: Token, known: KnownPins): Token {
  const unlock: Logins['unlock'] = async (serialNumber, pin, publicKeySha256) => {
    const unlocked = await token.unlock(serialNumber, pin, publicKeySha256)
    known.loggedIn(serialNumber, pin)
    return unlocked
  }
  return { ...token, unlock }
}
