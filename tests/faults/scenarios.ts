import { readdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { certificateFaultKinds } from '../../src/shared/demo/simulator-messages.ts'
import type { OperationId } from '../../src/shared/platform/endpoints.ts'
import { require, requireCompleted, requireUntouched } from './checks.ts'
import { runKilled } from './kill.ts'
import { keyFaultsOf, roomyWrites, wireFaults } from './kinds-of-faults.ts'
import { givenUpWriteScenarios, givingUpScenarios } from './giving-up.ts'
import { live } from './life.ts'
import { lostNewPairScenario, neighbourScenarios, otherTokenScenarios, reservedScenarios } from './other-hands.ts'
import { completeAfter, giveUpAfter, goOnToTheEnd, type Scenario } from './scenario.ts'
import { isDual, kinds, type FollowedKind, type Kind } from './kinds.ts'
import { renewAsUser } from './user.ts'
import { tornWriteScenarios } from './torn-writes.ts'
import type { World } from './world.ts'

/** What a renewal without faults does, counted once per kind. */
export interface Course {
  /** Native calls from C_Login to C_Logout, in their order. */
  readonly calls: readonly string[]
  /** How often each point of the killed program is passed, as `before journal`. */
  readonly points: Readonly<Record<string, number>>
  /** How often SoftHSM cuts a file, and the library that kills a process when it does; none where it is not SoftHSM. */
  readonly truncations: number
  readonly killer: string
}

export type Courses = Readonly<Record<FollowedKind, Course>>

/** All of them, in the same order every time. */
export function listScenarios(courses: Courses): readonly Scenario[] {
  return [
    ...kinds.flatMap((kind) => tokenScenarios(kind, courses[kind])),
    ...kinds.flatMap((kind) => killScenarios(kind, courses[kind])),
    ...kinds.flatMap((kind) => tornWriteScenarios(kind, courses[kind])),
    ...kinds.flatMap(wireScenarios),
    ...kinds.flatMap(refusalScenarios),
    ...kinds.flatMap(fullTokenScenarios),
    ...kinds.flatMap(otherTokenScenarios),
    ...kinds.map(lostNewPairScenario),
    ...kinds.flatMap(givingUpScenarios),
    ...kinds.flatMap((kind) => givenUpWriteScenarios(kind, courses[kind])),
    ...kinds.flatMap(neighbourScenarios),
    ...kinds.flatMap(reservedScenarios),
    twoAtOnce,
  ]
}

/** Every native call of a renewal, from login to logout, with everything that can become of it. */
function tokenScenarios(kind: Kind, { calls }: Course): readonly Scenario[] {
  const { writes, answers, writeAnswers } = keyFaultsOf(kind)
  return calls.flatMap((name, index) => {
    const number = index + 1
    const actions: Readonly<Record<string, string>> = {
      ...{ abort: 'abort', hang: 'hang' },
      ...answers,
      ...(writes.includes(name) ? writeAnswers : {}),
    }
    return Object.entries(actions).map(([fault, action]): Scenario => ({
      name: `${kind} token call ${number} ${name} ${fault}`,
      kind,
      group: `token: ${fault}`,
      play: async (world) => {
        world.key.fault(`#:${number}:${action}`)
        await live(world, (user) => renewAsUser(user), { isImpatient: fault === 'hang' })
        require(!world.key.isArmed(), 'the fault was never met')
        await completeAfter(world)
      },
    }))
  })
}

/** The whole program killed around every journal write and every platform call: gone on from, given up, and with a damaged journal. */
function killScenarios(kind: Kind, { points }: Course): readonly Scenario[] {
  const all = Object.entries(points).flatMap(([point, count]) =>
    Array.from({ length: count }, (_, index) => `${point} ${index + 1}`),
  )
  const killed = (name: string, group: string, play: (world: World) => Promise<void>, at: string): Scenario => ({
    name: `${kind} killed ${at}${name}`,
    kind,
    group,
    play: async (world) => {
      const { signal } = await runKilled(world, at)
      require(signal === 'SIGKILL', `the program was not killed ${at}`)
      await play(world)
    },
  })
  const entries = all.filter((at) => at.startsWith('after journal'))
  // The first entry is all there is of a renewal that was not ordered; after the last two it cannot be given up any more.
  const open = entries.slice(0, -2)
  return [
    ...all.map((at) => killed('', at.startsWith('before') ? 'kill before' : 'kill after', completeAfter, at)),
    ...open.map((at) => killed(', given up', 'kill, give up', giveUpAfter, at)),
    ...entries.map((at) => killed(', journal empty', 'kill, damaged journal', withDamaged('.jsonl'), at)),
    ...open.map((at) => killed(', journal lost', 'kill, lost journal', withDamaged('.jsonl', '.previous'), at)),
  ]
}

function withDamaged(...suffixes: readonly string[]): (world: World) => Promise<void> {
  return async (world) => {
    const folder = join(world.userData, 'renewals')
    const names = readdirSync(folder).filter((name) => suffixes.some((suffix) => name.endsWith(suffix)))
    for (const name of names) truncateSync(join(folder, name), 0)
    await completeAfter(world)
  }
}

const keyed: readonly OperationId[] = ['createOrder', 'requestSms', 'verifySms', 'submitCsr', 'confirmOrder']
/** These change nothing, but what comes after them needs their answer. */
const reads: readonly OperationId[] = ['listCertificates', 'getIssued']

function wireScenarios(kind: Kind): readonly Scenario[] {
  const faults = [
    ...cross(keyed, wireFaults),
    ...cross(
      reads,
      wireFaults.filter((fault) => fault !== 'slow-commit'),
    ),
  ]
  return faults.map(([operation, fault]): Scenario => ({
    name: `${kind} wire ${operation} ${fault}`,
    kind,
    group: `wire: ${fault}`,
    play: async (world) => {
      // More often than the client repeats by itself.
      world.simulator.faults.arm({ kind: fault, operation, times: 3, delayMs: 2600 })
      await live(world, (user) => renewAsUser(user), { isImpatient: true })
      require(world.simulator.faults.armed()[0]?.times !== 3, 'the fault was never met')
      world.simulator.faults.disarm()
      await completeAfter(world)
    },
  }))
}

function cross<A, B>(ones: readonly A[], others: readonly B[]): readonly (readonly [A, B])[] {
  return ones.flatMap((one) => others.map((other) => [one, other] as const))
}

/** Rule 4: what does not match is not written, and the renewal ends with what was there before. */
function refusalScenarios(kind: Kind): readonly Scenario[] {
  const skipped = 'encryption-unknown-wrapping'
  return certificateFaultKinds
    .filter((fault) => fault !== skipped && (isDual(kind) || !fault.startsWith('encryption-')))
    .map((fault): Scenario => ({
      name: `${kind} certificate ${fault}`,
      kind,
      group: 'refused certificate',
      play: async (world) => {
        world.simulator.faults.arm({ kind: fault })
        const { renewal } = await goOnToTheEnd(world)
        require(renewal?.state === 'abandoned', `a certificate with ${fault} ended as ${renewal?.state ?? 'nothing'}`)
        require(renewal.failure?.code.startsWith('issued.') ===
          true, `refused as ${renewal.failure?.code ?? 'nothing'}`)
        require(world.simulator.books().withdrawals === 1, 'the platform was not told')
        requireUntouched(world)
      },
    }))
}

/** A token without room for what comes: the user gives up, and has what there was. */
function fullTokenScenarios(kind: Kind): readonly Scenario[] {
  return roomyWrites(kind).map((name): Scenario => ({
    name: `${kind} full token at ${name}`,
    kind,
    group: 'full token',
    play: async (world) => {
      world.key.fault(`${name}:0:${keyFaultsOf(kind).noRoom}`)
      const { stopped } = await live(world, (user) => renewAsUser(user))
      require(stopped === 'token.noRoom', `a full token was told as ${stopped ?? 'nothing'}`)
      await giveUpAfter(world)
    },
  }))
}

const twoAtOnce: Scenario = {
  name: 'two renewals at once on one token',
  kind: 'two',
  group: 'two at once',
  play: async (world) => {
    await live(world, async (user) => {
      await Promise.all([renewAsUser(user, 0), renewAsUser(user, 1)])
      // Whoever was logged out by the other goes on with the next click.
      for (const which of [0, 1, 0, 1]) await renewAsUser(user, which)
    })
    requireCompleted(world, 2)
  },
}
