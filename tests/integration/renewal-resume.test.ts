import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Journal } from '../../src/main/renewal/journal.ts'
import type { Renewal } from '../../src/shared/ipc/models.ts'
import type { RenewalState } from '../../src/shared/renewal-steps.ts'
import { createDesk, deskPin, type Desk } from '../support/desk.ts'
import { beginLife, choose, Death, finish, forgetful, mortal, type Life } from '../support/renewal-lives.ts'

let desk: Desk
let life: Life

beforeEach(async () => {
  desk = await createDesk()
})

afterEach(async () => {
  life.end()
  await desk.remove()
})

const states: readonly RenewalState[] = [
  'started',
  'order',
  'verified',
  'key-intended',
  'key-made',
  'submitted',
  'issued',
  'signing-written',
  'proved',
  'confirmed',
]

/** One life up to its death, the next one to the end; nothing may be done twice, and nothing lost. */
async function dieAndGoOn(spoil: (journal: Journal) => Journal, expected: RenewalState): Promise<Renewal> {
  await desk.put({ keyType: 'p-256', days: [-338, 27] })
  life = await beginLife(desk, spoil)
  await expect(finish(desk, life.renewals, () => life.renewals.start(choose(life)))).rejects.toThrow(Death)
  life.end()
  life = await beginLife(desk)
  const [unfinished] = life.renewals.list()
  if (unfinished === undefined) throw new Error('the renewal is not listed')
  expect(unfinished.state).toBe(expected)
  const isOrdered = expected !== 'started'
  const done = await finish(desk, life.renewals, () =>
    isOrdered ? Promise.resolve(unfinished) : life.renewals.start(choose(life)),
  )
  await expectOnePair()
  return done
}

async function expectOnePair(): Promise<void> {
  expect(desk.simulator.books()).toMatchObject({ orders: 1, certificatesIssued: 1, confirmations: 1, withdrawals: 0 })
  await life.modules.refresh()
  const certificates = life.modules.states().flatMap((module) => module.tokens.flatMap((token) => token.certificates))
  expect(certificates.map(({ key }) => key)).toEqual(['present'])
  const login = ['--token-label', '测试 USB Key', '--login', '--pin', deskPin]
  expect(desk.store.pkcs11Tool([...login, '--list-objects']).match(/ Object;/g)).toHaveLength(3)
}

describe.each(states)('a program that dies after the entry %s', (dyingAfter) => {
  it('goes on from there, does nothing twice, and loses nothing', async () => {
    const done = await dieAndGoOn((journal) => mortal(journal, dyingAfter), dyingAfter)
    expect(done).toMatchObject({ state: 'completed', oldPairRemoved: true })
  })
})

/** Each entry with the one before it, which is then the last on the disk. */
const effects: readonly (readonly [RenewalState, RenewalState])[] = [
  ['order', 'started'],
  ['verified', 'order'],
  ['key-made', 'key-intended'],
  ['submitted', 'key-made'],
  ['issued', 'submitted'],
  ['signing-written', 'issued'],
  ['proved', 'signing-written'],
  ['confirmed', 'proved'],
  ['completed', 'confirmed'],
]

describe.each(effects)('a program that dies when the effect before the entry %s is done', (neverWritten, last) => {
  it('goes on from the entry before, does nothing twice, and loses nothing', async () => {
    const done = await dieAndGoOn((journal) => forgetful(journal, neverWritten), last)
    expect(done).toMatchObject({ state: 'completed', oldPairRemoved: true })
  })
})
