/** An SM2 renewal of both certificates that dies at every entry of its journal, or loses the journal itself. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Journal } from '../../src/main/renewal/journal.ts'
import { readSm2Key } from '../../src/main/x509/testing/openssl-sm2.ts'
import { readCertificate } from '../../src/main/x509/certificate.ts'
import type { Renewal } from '../../src/shared/ipc/models.ts'
import type { RenewalState } from '../../src/shared/renewal-steps.ts'
import { createDesk, skfContainer, type Desk } from '../support/desk.ts'
import { beginLife, choose, Death, finish, forgetful, mortal, type Life } from '../support/renewal-lives.ts'
import type { SkfStore } from '../support/softskf/store.ts'

let desk: Desk
let life: Life
let before: readonly string[]
let old: Uint8Array

beforeEach(async () => {
  desk = await createDesk('skf')
  old = (await desk.put({ keyType: 'sm2', days: [-338, 27] })).certificate
  await desk.putEncryption([-338, 27])
  before = fingerprints(skfContainer)
})

afterEach(async () => {
  life.end()
  await desk.remove()
})

function key(): SkfStore {
  if (desk.skf === undefined) throw new Error('this desk has no key by SKF')
  return desk.skf
}

const roles = ['signing', 'encryption'] as const

/** Of a container whose two pairs are whole: what belongs together lies together. */
function fingerprints(container: string): readonly string[] {
  return roles.map((role) => {
    const certificate = readCertificate(key().certificate(container, role) ?? new Uint8Array())
    const { spki } = readSm2Key(Buffer.from(key().privateKey(container, role) ?? ''))
    expect(Buffer.from(certificate.publicKey.spki)).toEqual(spki)
    return certificate.sha256
  })
}

/** The old pairs as they were, the new ones whole and proven, and nothing else; the platform has issued once. */
function expectBothPairs(renewal: Renewal): void {
  expect(renewal).toMatchObject({ state: 'completed', encryption: 'written', oldPairKept: 'holds-encryption-key' })
  const containers = key().containers()
  expect(containers).toEqual([expect.stringMatching(/^R[0-9a-f]{30}$/), skfContainer])
  expect(fingerprints(skfContainer)).toEqual(before)
  expect(new Set([...fingerprints(containers[0] ?? ''), ...before]).size).toBe(4)
  expect(desk.simulator.books()).toMatchObject({
    ...{ orders: 1, certificatesIssued: 1, encryptionCertificatesIssued: 1, confirmations: 1, withdrawals: 0 },
  })
}

async function die(spoil: (journal: Journal) => Journal): Promise<void> {
  life = await beginLife(desk, spoil)
  await expect(finish(desk, life.renewals, () => life.renewals.start(choose(life, old)))).rejects.toThrow(Death)
  life.end()
}

/** From where the journal stands. */
async function goOn(expected: RenewalState): Promise<Renewal> {
  life = await beginLife(desk)
  const [unfinished] = life.renewals.list()
  if (unfinished === undefined) throw new Error('the renewal is not listed')
  expect(unfinished.state).toBe(expected)
  const start = () => (expected === 'started' ? life.renewals.start(choose(life, old)) : Promise.resolve(unfinished))
  return finish(desk, life.renewals, start)
}

const states: readonly RenewalState[] = [
  ...(['started', 'order', 'verified', 'key-intended', 'key-made', 'submitted', 'issued'] as const),
  ...(['signing-written', 'encryption-written', 'proved', 'confirmed'] as const),
]

it.each(states)('dies after the entry %s, and goes on from there', async (dyingAfter) => {
  await die((journal) => mortal(journal, dyingAfter))
  expectBothPairs(await goOn(dyingAfter))
})

/** Each entry with the one before it, which is then the last on the disk. */
const effects = states.slice(1).map((state, index) => [state, states[index] ?? 'started'] as const)

it.each([...effects, ['completed', 'confirmed'] as const].filter(([state]) => state !== 'key-intended'))(
  'dies when the effect before the entry %s is done, and goes on from %s',
  async (neverWritten, last) => {
    await die((journal) => forgetful(journal, neverWritten))
    expectBothPairs(await goOn(last))
  },
)

describe('with its journal lost', () => {
  it.each(['key-made', 'submitted', 'issued', 'signing-written', 'encryption-written', 'proved'] as const)(
    'after the entry %s it ends with one new container and the old one',
    async (dyingAfter) => {
      await die((journal) => mortal(journal, dyingAfter))
      rmSync(join(desk.userData, 'renewals'), { recursive: true })
      life = await beginLife(desk)
      expectBothPairs(await finish(desk, life.renewals, () => life.renewals.start(choose(life, old))))
    },
  )
})
