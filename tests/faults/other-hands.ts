import { deskPin, tokenLabel } from '../support/desk.ts'
import { createSoftHsmStore } from '../support/softhsm.ts'
import { objects, require, requireNothingLost, usablePairs } from './checks.ts'
import { live } from './life.ts'
import { completeAfter, type Scenario } from './scenario.ts'
import type { Kind } from './template.ts'
import { renewAsUser } from './user.ts'
import type { World } from './world.ts'

const otherLabel = '另一把 USB Key'
const loginOther = ['--token-label', otherLabel, '--login', '--pin', deskPin]

/** Another key, with the same PIN, is in the reader when the renewal goes on: it is left alone. */
export function otherTokenScenarios(kind: Kind): readonly Scenario[] {
  return ['C_GenerateKeyPair', 'C_CreateObject', 'C_DestroyObject'].map((name) => ({
    name: `${kind} another token in the reader after ${name}`,
    kind,
    group: 'another token',
    play: async (world) => {
      await standStillAt(world, name)
      const other = createSoftHsmStore()
      try {
        other.initToken(otherLabel)
        other.pkcs11Tool([...loginOther, '--keypairgen', '--key-type', 'EC:prime256v1', '--id', '01'])
        const before = other.pkcs11Tool([...loginOther, '--list-objects'])
        const { stopped } = await live(world, (user) => renewAsUser(user), { environment: other.environment })
        require(stopped !== undefined, 'the renewal went on with another token')
        const after = other.pkcs11Tool([...loginOther, '--list-objects'])
        require(after === before, `the other token was touched: ${stopped}`)
      } finally {
        other.remove()
      }
      await completeAfter(world)
    },
  }))
}

/** Somebody removes the new pair before the old one goes: then the old one stays. */
export function lostNewPairScenario(kind: Kind): Scenario {
  return {
    name: `${kind} the new pair is removed by another program`,
    kind,
    group: 'another process',
    play: async (world) => {
      await standStillAt(world, 'C_DestroyObject')
      const { signing, encryption } = world.template
      const old = [...signing, ...(encryption === undefined ? [] : [encryption.id])]
      for (const { kind: type, id } of objects(world)) if (!old.includes(id)) remove(world, type, id)
      const { stopped } = await live(world, (user) => renewAsUser(user))
      require(stopped !== undefined, 'the renewal was completed without its certificate')
      const usable = usablePairs(world)
      require(old.every((id) => usable.includes(id)), `usable pairs: ${usable.join(', ')}`)
    },
  }
}

async function standStillAt(world: World, name: string): Promise<void> {
  world.fault(`${name}:1:rv=0x32`)
  const { stopped } = await live(world, (user) => renewAsUser(user))
  require(stopped !== undefined, 'the renewal did not stand still')
  requireNothingLost(world)
  world.mend()
}

const types: Readonly<Record<string, string>> = {
  Certificate: 'cert',
  Private: 'privkey',
  Public: 'pubkey',
  Data: 'data',
}

function remove({ store }: World, kind: string, id: string): void {
  const login = ['--token-label', tokenLabel, '--login', '--pin', deskPin]
  store.pkcs11Tool([...login, '--delete-object', '--type', types[kind] ?? kind, '--id', id])
}
