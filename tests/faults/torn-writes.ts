import { completeAfter, giveUpAfter, type Scenario } from './scenario.ts'
import { require } from './checks.ts'
import { lastState } from '../support/journal.ts'
import { live } from './life.ts'
import type { Course } from './scenarios.ts'
import type { FollowedKind } from './kinds.ts'
import { renewAsUser } from './user.ts'

/** Of the points at which a write can be torn, every second for the shortest renewal and fewer for the others. */
const steps: Readonly<Record<FollowedKind, number>> = { ec: 2, rsa: 8, dual: 4, sm2: 1, 'sm2-dual': 1 }

/**
 * A power cut while the token writes: its worker is killed between two changes of SoftHSM's files, which leaves objects
 * without some of their attributes. What was begun is gone on with, or given up.
 */
export function tornWriteScenarios(kind: FollowedKind, { truncations, killer }: Course): readonly Scenario[] {
  const points = Array.from({ length: Math.ceil(truncations / steps[kind]) }, (_, index) => index * steps[kind] + 1)
  return points.map((point, index): Scenario => {
    const isGivenUp = index % 3 === 2
    return {
      name: `${kind} torn write ${point}${isGivenUp ? ', given up' : ''}`,
      kind,
      group: 'torn write',
      play: async (world) => {
        const environment = { LD_PRELOAD: killer, KILL_AT_TRUNCATE: String(point) }
        const { stopped, renewal } = await live(world, (user) => renewAsUser(user), { environment })
        require(stopped === 'token.crashed', `a killed worker was told as ${stopped ?? renewal?.state ?? 'nothing'}`)
        // What the platform takes for installed cannot be given up any more.
        const isConfirmed = lastState(world.userData) === 'confirmed'
        await (isGivenUp && !isConfirmed ? giveUpAfter(world) : completeAfter(world))
      },
    }
  })
}
