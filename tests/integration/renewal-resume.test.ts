import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chooseCertificate } from '../../src/main/certificates/choose-certificate.ts'
import { createPlatform, type PlatformConnection } from '../../src/main/platform/platform.ts'
import { openJournal, type Journal } from '../../src/main/renewal/journal.ts'
import { createRenewalService, type RenewalService } from '../../src/main/renewal/renewal-service.ts'
import { createToken } from '../../src/main/token/token-adapter.ts'
import { createTokenModules, type TokenModules } from '../../src/main/token/token-modules.ts'
import type { Renewal } from '../../src/shared/ipc/models.ts'
import type { RenewalState } from '../../src/shared/renewal-steps.ts'
import { quietEnvironment } from '../support/quiet-environment.ts'
import { createDesk, deskAccount, deskPin, spawnForTests, type Desk } from '../support/desk.ts'

/** One life of the program, from its start to its end. */
interface Life {
  readonly modules: TokenModules
  readonly connection: PlatformConnection
  readonly renewals: RenewalService
  end(): void
}

let desk: Desk
let life: Life

beforeEach(async () => {
  desk = await createDesk()
})

afterEach(async () => {
  life.end()
  await desk.remove()
})

/** @param spoil makes of the journal one that this life ends with */
async function begin(spoil: (journal: Journal) => Journal = (journal) => journal): Promise<Life> {
  const modules = createTokenModules({ spawn: spawnForTests, changed: () => undefined })
  modules.use([{ path: desk.modulePath, environment: desk.store.environment }])
  await modules.refresh()
  const connection = createPlatform({ baseUrl: () => desk.origin, userAgent: 'test' })
  await connection.session.login(deskAccount.account, deskAccount.password)
  const journal = await openJournal(join(desk.userData, 'renewals'))
  const ports = {
    token: createToken(modules),
    platform: connection.platform,
    journal: spoil(journal),
    clock: connection.clock,
    environment: quietEnvironment,
    trustedRoots: () => [],
  }
  const renewals = await createRenewalService(ports, () => undefined)
  // As the end of a process does it: nobody logs out, nobody says goodbye.
  return { modules, connection, renewals, end: () => modules.stop() }
}

class Death extends Error {}

/** The effect before this entry is done, but the entry is never written. */
function forgetful(journal: Journal, neverWritten: RenewalState): Journal {
  return {
    ...journal,
    append: (record, entry) =>
      entry.state === neverWritten ? Promise.reject(new Death()) : journal.append(record, entry),
  }
}

/** Writes the entry, and then nothing is done any more. */
function mortal(journal: Journal, dyingAfter: RenewalState): Journal {
  return {
    ...journal,
    begin: async (entry) => {
      const record = await journal.begin(entry)
      if (dyingAfter === 'started') throw new Death()
      return record
    },
    append: async (record, entry) => {
      const appended = await journal.append(record, entry)
      if (entry.state === dyingAfter) throw new Death()
      return appended
    },
  }
}

/** From wherever the renewal stands to its end, as the wizard would do it. */
async function finish(renewals: RenewalService, start: () => Promise<Renewal>): Promise<Renewal> {
  let renewal = await start()
  if (renewal.state === 'order') {
    renewal = await renewals.requestSms(renewal.id)
  }
  if (renewal.state === 'order') {
    renewal = await renewals.verifySms(renewal.id, desk.newestCode())
  }
  if (renewal.state === 'verified' || renewal.state === 'key-intended') {
    renewal = await renewals.initialise(renewal.id, deskPin)
  }
  return renewals.execute(renewal.id, renewal.needsPin ? deskPin : undefined)
}

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

/** The certificate on the token, as the user chooses it. */
function choose() {
  const token = life.modules.states().flatMap((module) => module.tokens)[0]
  const stored = token?.certificates[0]
  if (token === undefined || stored === undefined) throw new Error('the certificate is not on the token')
  return chooseCertificate({ token, stored }, new Date())
}

/** One life up to its death, the next one to the end; nothing may be done twice, and nothing lost. */
async function dieAndGoOn(spoil: (journal: Journal) => Journal, expected: RenewalState): Promise<Renewal> {
  await desk.put({ keyType: 'p-256', days: [-338, 27] })
  life = await begin(spoil)
  await expect(finish(life.renewals, () => life.renewals.start(choose()))).rejects.toThrow(Death)
  life.end()
  life = await begin()
  const [unfinished] = life.renewals.list()
  if (unfinished === undefined) throw new Error('the renewal is not listed')
  expect(unfinished.state).toBe(expected)
  const isOrdered = expected !== 'started'
  const done = await finish(life.renewals, () =>
    isOrdered ? Promise.resolve(unfinished) : life.renewals.start(choose()),
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
