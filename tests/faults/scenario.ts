import { require, requireCompleted, requireNothingLost, requireUntouched } from './checks.ts'
import { live, type LifeOptions } from './life.ts'
import type { Kind } from './kinds.ts'
import { giveUpAsUser, renewAsUser, type Outcome } from './user.ts'
import type { World } from './world.ts'

/** One thing that goes wrong, and what must be true after it; throws a Loss when it is not. */
export interface Scenario {
  readonly name: string
  readonly kind: Kind
  readonly group: string
  readonly play: (world: World) => Promise<void>
}

/** A user does not try more often than this. */
const patience = 4

/** After the first life: nothing may be lost; then the program is started again until the renewal is at its end. */
export async function goOnToTheEnd(world: World, options: LifeOptions = {}): Promise<Outcome> {
  requireNothingLost(world)
  world.key.mend()
  let outcome: Outcome = {}
  for (let life = 0; life < patience; life += 1) {
    outcome = await live(world, (user) => renewAsUser(user), options)
    requireNothingLost(world)
    if (outcome.renewal !== undefined) return outcome
  }
  return outcome
}

export async function completeAfter(world: World): Promise<void> {
  const { renewal, stopped } = await goOnToTheEnd(world)
  require(renewal?.state === 'completed', `the renewal ended as ${renewal?.state ?? stopped ?? 'nothing'}`)
  requireCompleted(world)
}

/** Or given up: the user does that once, in a life of its own. */
export async function giveUpAfter(world: World): Promise<void> {
  requireNothingLost(world)
  world.key.mend()
  const { renewal, stopped } = await live(world, giveUpAsUser)
  require(renewal?.state === 'abandoned', `giving up ended as ${renewal?.state ?? stopped ?? 'nothing'}`)
  requireUntouched(world)
}
