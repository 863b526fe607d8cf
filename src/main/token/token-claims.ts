import { AppError } from '../app-error.ts'

/**
 * Who in this program works with a key: one at a time. PKCS#11 knows one login per token and program, so a second one
 * would end the first in the middle of its work; by SKF it would find the device reserved, or take it away.
 */
export interface TokenClaims {
  /**
   * By every serial number that the key is known by: the interfaces of one key may write it differently, and one of them
   * may come or go meanwhile. Answers with what gives the key back; to be called once or more. Code token.busy.
   */
  claim(serialNumbers: readonly string[]): () => void
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
    claim: (serialNumbers) => {
      if (serialNumbers.some((serialNumber) => claimed.has(serialNumber))) throw new AppError('token.busy')
      const own = Symbol()
      for (const serialNumber of serialNumbers) claimed.set(serialNumber, own)
      return () => {
        for (const serialNumber of serialNumbers) {
          if (claimed.get(serialNumber) === own) claimed.delete(serialNumber)
        }
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
