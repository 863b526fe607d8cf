import { AppError } from '../../../app-error.ts'
import { explained } from '../state/explain-failure.ts'
import { isUnlocked, keyOf } from '../state/places.ts'
import { leave, reserveToken, type Meant, type ReservedPlace } from '../state/reserve-token.ts'
import type { SkfState } from '../state/skf-state.ts'

/**
 * The token for one change of a PIN, while `effect` runs. Whatever comes of it, what it has logged in is logged out. Code
 * token.busy while unlocked.
 */
export function withReserved(state: SkfState, meant: Meant, effect: (place: ReservedPlace) => void): void {
  const device = state.known.get(keyOf(meant.slot))
  if (device !== undefined && isUnlocked(device)) throw new AppError('token.busy')
  const place = reserveToken(state, meant)
  explained(state, meant.slot, () => {
    try {
      effect(place)
    } finally {
      leave(state, place)
    }
  })
}
