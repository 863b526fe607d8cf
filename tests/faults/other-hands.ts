import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { deskPin, tokenLabel } from '../support/desk.ts'
import { softHsmModule } from '../support/softhsm.ts'
import { require, requireNothingLost } from './checks.ts'
import { keyFaultsOf } from './kinds-of-faults.ts'
import { interfaceOf, type Kind } from './kinds.ts'
import { openOtherKey } from './keys/other-key.ts'
import { live } from './life.ts'
import { completeAfter, type Scenario } from './scenario.ts'
import { renewAsUser } from './user.ts'
import type { World } from './world.ts'

/** Another key, with the same PIN, is in the reader when the renewal goes on: it is left alone. */
export function otherTokenScenarios(kind: Kind): readonly Scenario[] {
  const { makesKey, writesCertificate, destroys } = keyFaultsOf(kind)
  return [makesKey, writesCertificate, ...(keepsOld(kind) ? [] : [destroys])].map((name) => ({
    name: `${kind} another token in the reader after ${name}`,
    kind,
    group: 'another token',
    play: async (world) => {
      await standStillAt(world, name)
      const other = openOtherKey(interfaceOf(kind))
      try {
        const before = other.contents()
        const { stopped } = await live(world, (user) => renewAsUser(user), { environment: other.environment })
        require(stopped !== undefined, 'the renewal went on with another token')
        require(other.contents() === before, `the other token was touched: ${stopped}`)
      } finally {
        other.remove()
      }
      await completeAfter(world)
    },
  }))
}

/** The old container of a dual SM2 renewal stays: there is no last write to stand still at. */
function keepsOld(kind: Kind): boolean {
  return kind === 'sm2-dual'
}

/** Somebody removes the new pair before the renewal is at its end: then the old one stays. */
export function lostNewPairScenario(kind: Kind): Scenario {
  return {
    name: `${kind} the new pair is removed by another program`,
    kind,
    group: 'another process',
    play: async (world) => {
      const { writesCertificate, destroys } = keyFaultsOf(kind)
      await standStillAt(world, keepsOld(kind) ? writesCertificate : destroys)
      const { signing, encryption } = world.template
      const old = [...signing, ...(encryption === undefined ? [] : [encryption.id])]
      world.key.removeAllBut(old)
      const { stopped } = await live(world, (user) => renewAsUser(user))
      require(stopped !== undefined, 'the renewal was completed without its certificate')
      const usable = world.key.usablePairs()
      require(old.every((id) => usable.includes(id)), `usable pairs: ${usable.join(', ')}`)
    },
  }
}

async function standStillAt(world: World, name: string): Promise<void> {
  world.key.fault(`${name}:1:${keyFaultsOf(world.template.kind).removed}`)
  const { stopped } = await live(world, (user) => renewAsUser(user))
  require(stopped !== undefined, 'the renewal did not stand still')
  requireNothingLost(world)
  world.key.mend()
}

const run = promisify(execFile)

/** Another program writes to the same token all the time: what it wrote is there, and so is the new certificate. */
export function neighbourScenarios(kind: Kind): readonly Scenario[] {
  // By SKF it cannot: the renewal reserves the device.
  if (interfaceOf(kind) === 'skf') return []
  return [
    {
      name: `${kind} another process writes to the token`,
      kind,
      group: 'another process',
      play: async (world) => {
        let [isOver, written] = [false, 0]
        const neighbour = async () => {
          while (!isOver) {
            await writeData(world, `neighbour-${written}`)
            written += 1
          }
        }
        const writing = neighbour()
        await live(world, (user) => renewAsUser(user))
        isOver = true
        await writing
        await completeAfter(world)
        const data = world.key.contents().filter((line) => line.startsWith('Data '))
        require(written > 0 && data.length === written, `${data.length} of ${written} of its objects are left`)
      },
    },
  ]
}

async function writeData({ key, folder }: World, label: string): Promise<void> {
  const file = join(folder, 'neighbour')
  writeFileSync(file, 'somebody else’s data')
  const login = ['--token-label', tokenLabel, '--login', '--pin', deskPin]
  const write = ['--write-object', file, '--type', 'data', '--label', label]
  await run('pkcs11-tool', ['--module', softHsmModule(), ...login, ...write], {
    env: { ...process.env, ...key.environment },
  })
}

/** Another program has reserved the device: the user is told so, nothing is done, and once it lets go all goes well. */
export function reservedScenarios(kind: Kind): readonly Scenario[] {
  if (interfaceOf(kind) !== 'skf') return []
  return [
    {
      name: `${kind} another program has reserved the device`,
      kind,
      group: 'another process',
      play: async (world) => {
        world.key.fault('SKF_LockDev:0:rv=0x0A00000F')
        const { stopped } = await live(world, (user) => renewAsUser(user))
        require(stopped === 'token.inUse', `a reserved device was told as ${stopped ?? 'nothing'}`)
        const [found, before] = [world.key.contents().join(', '), world.template.contents.join(', ')]
        require(found === before, `on the key: ${found}; before: ${before}`)
        await completeAfter(world)
      },
    },
  ]
}
