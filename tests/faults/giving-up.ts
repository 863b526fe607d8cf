import type { OperationId } from '../../src/shared/platform/endpoints.ts'
import { lastState } from '../support/journal.ts'
import { objects, require, requireNothingLost, requireUntouched, usablePairs } from './checks.ts'
import { wireFaults, writes } from './kinds-of-faults.ts'
import { live } from './life.ts'
import { giveUpAfter, type Scenario } from './scenario.ts'
import type { Course } from './scenarios.ts'
import type { Kind } from './template.ts'
import { giveUpAsUser, renewAsUser, renewAnew } from './user.ts'
import type { World } from './world.ts'

/** Where a renewal stands still so that giving it up needs this call: before anything is issued, and after. */
const standstills: readonly (readonly [OperationId, string])[] = [
  ['cancelOrder', 'C_Login:1:rv=0x30'],
  ['confirmOrder', 'C_CreateObject:1:rv=0x30'],
]

/** Giving up with every wire fault at the call that tells the platform, and what comes after giving up. */
export function givingUpScenarios(kind: Kind): readonly Scenario[] {
  const wire = standstills.flatMap(([operation, fault]) =>
    wireFaults.map((wireFault): Scenario => ({
      name: `${kind} giving up, wire ${operation} ${wireFault}`,
      kind,
      group: 'give up: wire',
      play: async (world) => {
        await standStill(world, fault)
        world.simulator.faults.arm({ kind: wireFault, operation, times: 3, delayMs: 2600 })
        await live(world, giveUpAsUser, { isImpatient: true })
        require(world.simulator.faults.armed()[0]?.times !== 3, 'the fault was never met')
        world.simulator.faults.disarm()
        if (lastState(world.userData) === 'abandoned') requireUntouched(world)
        else await giveUpAfter(world)
        require(world.simulator.books().withdrawals === (operation === 'confirmOrder' ? 1 : 0), 'not told exactly once')
      },
    })),
  )
  return [...wire, againScenario(kind)]
}

async function standStill(world: World, fault: string): Promise<void> {
  world.fault(fault)
  const { stopped } = await live(world, (user) => renewAsUser(user))
  require(stopped !== undefined, 'the renewal did not stand still')
  requireNothingLost(world)
  world.mend()
}

/** Whoever has given up can begin anew, and then has exactly one new certificate. */
function againScenario(kind: Kind): Scenario {
  return {
    name: `${kind} given up and begun anew`,
    kind,
    group: 'give up: anew',
    play: async (world) => {
      await standStill(world, 'C_CreateObject:1:rv=0x30')
      await giveUpAfter(world)
      const { renewal, stopped } = await live(world, renewAnew)
      require(renewal?.state === 'completed', `begun anew, it ended as ${renewal?.state ?? stopped ?? 'nothing'}`)
      requireNothingLost(world)
      const isDual = world.template.encryption !== undefined
      require(objects(world).length === (isDual ? 8 : 3), `objects at the end: ${objects(world).length}`)
      require(usablePairs(world).length === (isDual ? 3 : 1), 'not all of them can be used')
      // A withdrawn certificate leaves its order open: the platform answers with it, and no SMS is needed again.
      const { orders, certificatesIssued, confirmations, withdrawals } = world.simulator.books()
      const isOnce = orders === 1 && certificatesIssued === 2 && confirmations === 1 && withdrawals === 1
      require(isOnce, `the books tell another story: ${JSON.stringify(world.simulator.books())}`)
    },
  }
}

/** A write that did not come to its end, or did and was not heard of, is taken back as well. */
export function givenUpWriteScenarios(kind: Kind, { calls }: Course): readonly Scenario[] {
  const faults = { abort: 'abort', 'done-but-error': 'after=0x30', 'done-but-removed': 'after=0x32' }
  return calls.flatMap((name, index) => {
    // Old pairs are destroyed when it is too late to give up.
    if (!writes.includes(name) || name === 'C_DestroyObject') return []
    return Object.entries(faults).map(([fault, action]): Scenario => ({
      name: `${kind} token call ${index + 1} ${name} ${fault}, given up`,
      kind,
      group: 'give up: token',
      play: async (world) => {
        world.fault(`#:${index + 1}:${action}`)
        await live(world, (user) => renewAsUser(user))
        require(!world.isArmed(), 'the fault was never met')
        await giveUpAfter(world)
      },
    }))
  })
}
