import type { Check } from '../check.ts'
import { tokensOf, type LookAtDevices } from './device-look.ts'

/** Several keys at once are how the wrong one gets renewed: the user keeps the one that it is about. */
export function checkSeveralKeys(look: LookAtDevices): Check {
  return {
    name: 'several-keys',
    run: async () => {
      const seen = await look()
      const count = tokensOf(seen).length
      if (count > 1) {
        return [
          { state: 'attention', failure: { code: 'environment.severalKeys', details: { count } }, facts: { count } },
        ]
      }
      // A key that a silent driver may have is one more.
      if (seen.modules.some(({ isSilent }) => isSilent)) {
        return [{ state: 'unknown', failure: { code: 'environment.checkTimedOut' } }]
      }
      return count === 1 ? [{ state: 'ok' }] : [{ state: 'not-applicable', facts: { form: 'no-key' } }]
    },
  }
}
