import type { SealMove } from '../../src/shared/demo/simulator-messages.ts'
import { Seal } from '../../src/shared/platform/schemas/seals.ts'
import type { PlatformState, SealRecord } from './state/state.ts'

type State = SealRecord['state']

const moves: Readonly<Record<SealMove['type'], { readonly from: readonly State[]; readonly to: State }>> = {
  'seal-approve': { from: ['in-review'], to: 'approved' },
  'seal-reject': { from: ['in-review'], to: 'rejected' },
  'seal-enable': { from: ['approved', 'disabled'], to: 'enabled' },
  'seal-disable': { from: ['enabled'], to: 'disabled' },
  'seal-cancel': { from: ['approved', 'enabled', 'disabled'], to: 'cancelled' },
}

/** What the platform's own staff does with a seal. @throws when it is not in a state for that */
export function moveSeal(state: PlatformState, move: SealMove): void {
  const { from, to } = moves[move.type]
  const seal = state.seals.find(({ id }) => id === move.sealId)
  if (seal === undefined || !from.includes(seal.state))
    throw new Error(`seal ${move.sealId} is not ${from.join(' or ')}`)
  // Before the state: a reason that is too long for the contract changes nothing.
  if (move.type === 'seal-reject') seal.rejection = Seal.shape.rejection.parse(move.reason)
  seal.state = to
}
