import { assertNever } from '../../shared/assert-never.ts'
import type { BusReport } from '../../shared/ipc/models-bus.ts'
import type { Overview } from '../../shared/ipc/models.ts'

/** What stands between a key that is plugged in and its certificates; `unread`: nobody can say what. */
export type Obstacle = 'driver-missing' | 'driver-32-bit' | 'in-use' | 'unknown-key' | 'unread'

export type TokenState =
  | { readonly name: 'reading' | 'noModule' | 'failed' | 'absent' | Obstacle }
  | { readonly name: 'present'; readonly cardNumber: string }
  | { readonly name: 'several'; readonly count: number }

/** What can be said about the tokens; «absent» only when every module has answered. */
export function tokenState(overview: Overview | undefined): TokenState {
  if (overview === undefined) return { name: 'reading' }
  const [first, ...others] = overview.tokens
  if (first !== undefined) {
    return others.length === 0
      ? { name: 'present', cardNumber: first.cardNumber }
      : { name: 'several', count: overview.tokens.length }
  }
  if (!overview.complete) return { name: 'reading' }
  const obstacle = obstacleOf(overview.bus)
  if (obstacle !== undefined) return { name: obstacle }
  // Drivers of keys that are not plugged in are not loaded: that there is none says nothing then.
  if (overview.bus?.cause === 'nothing') return { name: 'absent' }
  if (overview.modules.length === 0) return { name: 'noModule' }
  return { name: overview.modules.some(({ state }) => state === 'failed') ? 'failed' : 'absent' }
}

function obstacleOf(bus: BusReport | undefined): Obstacle | undefined {
  if (bus === undefined) return undefined
  const { cause, driverId } = bus
  switch (cause) {
    case 'nothing':
    case 'driver-broken':
      // The failure of a driver is told by itself.
      return undefined
    case 'cannot-tell':
      return driverId === undefined ? undefined : 'unread'
    case 'driver-missing':
    case 'driver-32-bit':
    case 'in-use':
    case 'unknown-key':
      return cause
    default:
      return assertNever(cause)
  }
}
