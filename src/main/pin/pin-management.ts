import type { Overview } from '../../shared/ipc/models.ts'
import { createKnownPins, noticeLogins, type Logins } from './known-pins.ts'
import { createPinCases, type PinCases } from './pin-cases.ts'
import { readPinPolicy } from './pin-policy-file.ts'
import type { TokenPins } from './ports.ts'

/** PIN 管理: its use cases, and what it adds to logins and to what is shown of tokens. */
export interface PinManagement {
  cases(tokens: TokenPins): PinCases
  /** Logins whose good PINs are held against the known ones. */
  notice<Token extends Logins>(token: Token): Token
  mark(overview: Overview): Overview
}

/** @param changed what `mark` adds is another than before */
export function createPinManagement(changed: () => void): PinManagement {
  const policy = readPinPolicy()
  const knownPins = createKnownPins(policy, changed)
  return {
    cases: (tokens) => createPinCases({ tokens, policy, knownPins }),
    notice: (token) => noticeLogins(token, knownPins),
    mark: knownPins.mark,
  }
}
