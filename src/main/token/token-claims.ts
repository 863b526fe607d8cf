import { AppError } from '../app-error.ts'

/**
 * Who in this program works with a token: one at a time. PKCS#11 knows one login per token and program, so a second one
 * would end the first in the middle of its work.
 */
export interface TokenClaims {
  /** Answers with what gives the token back; to be called once or more. Code token.busy. */
  claim(serialNumber: string): () => void
  /** Settles when nobody works with any token: at once, or when the last one gives his back. */
  idle(): Promise<void>
}

export function createTokenClaims(): TokenClaims {
  const claimed = new Map<string, symbol>()
  const waiting = new Set<() => void>()
  const tellWhenIdle = () => {
    if (claimed.size > 0) return
    for (const wake of waiting) wake()
    waiting.clear()
  }
  return {
    claim: (serialNumber) => {
      if (claimed.has(serialNumber)) throw new AppError('token.busy')
      const own = Symbol(serialNumber)
      claimed.set(serialNumber, own)
      return () => {
        if (claimed.get(serialNumber) === own) claimed.delete(serialNumber)
        tellWhenIdle()
      }
    },
    idle: () =>
      new Promise((resolve) => {
        waiting.add(resolve)
        tellWhenIdle()
      }),
  }
}
