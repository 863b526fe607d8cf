import type { OperationId } from '../../src/shared/platform/endpoints.ts'
import { lastState } from '../support/journal.ts'
import { require, requireNothingLost, requireUntouched } from './checks.ts'
import { remains, type Kind } from './kinds.ts'
import { keyFaultsOf, wireFaults } from './kinds-of-faults.ts'
import { live } from './life.ts'
import { completeAfter, giveUpAfter, type Scenario } from './scenario.ts'
import type { Course } from './scenarios.ts'
import { giveUpAsUser, renewAsUser, renewAnew } from './user.ts'
import type { World } from './world.ts'

/** Where a renewal stands still so that giving it up needs this call: before anything is issued, and after. */
function standstillsOf(kind: Kind): readonly (readonly [OperationId, string])[] {
  const { login, writesCertificate, refused } = keyFaultsOf(kind)
  return [
    ['cancelOrder', `${login}:1:${refused}`],
    ['confirmOrder', `${writesCertificate}:1:${refused}`],
  ]
}

/** Giving up with every wire fault at the call that tells the platform, and what comes after giving up. */
export function givingUpScenarios(kind: Kind): readonly Scenario[] {
  const wire = standstillsOf(kind).flatMap(([operation, fault]) =>
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
  world.key.fault(fault)
  const { stopped } = await live(world, (user) => renewAsUser(user))
  require(stopped !== undefined, 'the renewal did not stand still')
  requireNothingLost(world)
  world.key.mend()
}

/** Whoever has given up can begin anew, and then has exactly one new certificate. */
function againScenario(kind: Kind): Scenario {
  return {
    name: `${kind} given up and begun anew`,
    kind,
    group: 'give up: anew',
    play: async (world) => {
      const { writesCertificate, refused } = keyFaultsOf(kind)
      await standStill(world, `${writesCertificate}:1:${refused}`)
      await giveUpAfter(world)
      const { renewal, stopped } = await live(world, renewAnew)
      require(renewal?.state === 'completed', `begun anew, it ended as ${renewal?.state ?? stopped ?? 'nothing'}`)
      requireNothingLost(world)
      const [found, usable] = [world.key.contents(), world.key.usablePairs()]
      require(found.length === remains[kind].lines, `on the key at the end: ${found.join(', ')}`)
      require(usable.length === remains[kind].pairs, 'not all of them can be used')
      // A withdrawn certificate leaves its order open: the platform answers with it, and no SMS is needed again.
      const { orders, certificatesIssued, confirmations, withdrawals } = world.simulator.books()
      const isOnce = orders === 1 && certificatesIssued === 2 && confirmations === 1 && withdrawals === 1
      require(isOnce, `the books tell another story: ${JSON.stringify(world.simulator.books())}`)
    },
  }
}

/** A write that did not come to its end, or did and was not heard of, is taken back as well. */
export function givenUpWriteScenarios(kind: Kind, { calls }: Course): readonly Scenario[] {
  const { writes, destroys, doneButRefused } = keyFaultsOf(kind)
  const faults = { abort: 'abort', ...doneButRefused }
  return calls.flatMap((name, index) => {
    // Old pairs are destroyed when it is too late to give up.
    if (!writes.includes(name) || name === destroys) return []
    return Object.entries(faults).map(([fault, action]): Scenario => ({
      name: `${kind} token call ${index + 1} ${name} ${fault}, given up`,
      kind,
      group: 'give up: token',
      play: async (world) => {
        world.key.fault(`#:${index + 1}:${action}`)
        const { renewal } = await live(world, (user) => renewAsUser(user))
        require(!world.key.isArmed(), 'the fault was never met')
        // What is harmless to repeat has been repeated, and there is nothing to give up any more.
        await (renewal?.state === 'completed' ? completeAfter(world) : giveUpAfter(world))
      },
    }))
  })
}
