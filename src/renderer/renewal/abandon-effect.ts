import { assertNever } from '../../shared/assert-never.ts'
import type { RenewalState } from '../../shared/renewal-steps.ts'

/** What giving up undoes, by how far the renewal has come. */
export type AbandonEffect = 'notOrdered' | 'ordered' | 'keyMade' | 'issued'

/** Undefined where it cannot be given up any more. */
export function abandonEffect(state: RenewalState): AbandonEffect | undefined {
  switch (state) {
    case 'started':
      return 'notOrdered'
    case 'order':
    case 'verified':
      return 'ordered'
    case 'key-intended':
    case 'key-made':
    case 'submitted':
      return 'keyMade'
    case 'issued':
    case 'signing-written':
    case 'encryption-written':
    case 'proved':
      return 'issued'
    case 'confirmed':
    case 'completed':
    case 'abandoned':
      return undefined
    default:
      return assertNever(state)
  }
}
