import { assertNever } from '../../shared/assert-never.ts'
import type { RenewalState } from '../../shared/renewal-steps.ts'

/** What is safe in a renewal that has stopped in this state. */
export type Safety = 'untouched' | 'issued' | 'confirmed'

export function safetyOf(state: RenewalState): Safety {
  switch (state) {
    case 'started':
    case 'order':
    case 'verified':
    case 'key-intended':
    case 'key-made':
    case 'submitted':
    case 'abandoned':
      return 'untouched'
    case 'issued':
    case 'signing-written':
    case 'encryption-written':
    case 'proved':
      return 'issued'
    case 'confirmed':
    case 'completed':
      return 'confirmed'
    default:
      return assertNever(state)
  }
}
