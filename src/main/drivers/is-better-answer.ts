import type { TokenSnapshot } from '../../shared/token/messages.ts'
import type { ModuleState } from '../token/module-state.ts'

/**
 * Shall the driver that has just shown this token be the one to remember for it? The remembered one stays as long as it
 * may show the token as well; one that shows certificates goes before one that shows none.
 */
export function isBetterAnswer(token: TokenSnapshot, remembered: ModuleState | undefined): boolean {
  if (remembered === undefined || remembered.state === 'failed') return true
  if (remembered.state === 'starting') return false
  const same = remembered.tokens.find(({ serialNumber }) => serialNumber === token.serialNumber)
  return same === undefined || (same.certificates.length === 0 && token.certificates.length > 0)
}
