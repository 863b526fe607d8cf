import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { JournalEntry } from '../src/main/renewal/journal-entry.ts'
import { openJournal } from '../src/main/renewal/journal.ts'
import { startApp, type AppUnderTest } from '../tests/support/app-under-test.ts'
import { createDesk, deskAccount, deskPin, type Desk } from '../tests/support/desk.ts'
import { buildForwarder } from '../tests/support/pkcs11-forwarder/build.ts'
import { countedCalls } from '../tests/support/pkcs11-forwarder/counted-calls.ts'
import { spawnBundled } from './bundled-worker.ts'
import { median, progress, rounded } from './measure.ts'

const runs = 7

/** What is renewed: by PKCS#11, or an SM2 certificate by SKF; `dual` and `sm2-dual` with an encryption certificate. */
type Kind = 'rsa' | 'ec' | 'dual' | 'sm2' | 'sm2-dual'

/** Whole renewals through the real main code, SoftHSM2 and the simulator on loopback. */
export async function measureRenewals() {
  return { rsa: await measureRenewal('rsa'), ec: await measureRenewal('ec'), dual: await measureRenewal('dual') }
}

/**
 * `calls`: native calls from login to logout. `ms`: from the PIN to the end. `overheadMs`: all calls from the order to
 * the end, without the generation of the key on the token. `journalShare`: the part of it that the journal takes.
 */
export async function measureRenewal(kind: Kind) {
  const results: Measured[] = []
  for (let run = 0; run < runs; run += 1) {
    progress(`renewal ${kind} ${run + 1}/${runs}`)
    results.push(await renewOnce(kind))
  }
  const medianOf = (field: 'ms' | 'overheadMs' | 'journalMs') => median(results.map((result) => result[field]))
  return {
    calls: Math.max(...results.map(({ calls }) => calls)),
    oldPairCalls: results[0]?.oldPairCalls,
    ms: rounded(medianOf('ms')),
    overheadMs: rounded(medianOf('overheadMs')),
    journalMs: rounded(medianOf('journalMs')),
    journalShare: rounded(medianOf('journalMs') / medianOf('overheadMs')),
  }
}

interface Measured {
  readonly calls: number
  /** Of these, what looks into the old container and deletes it, or sees that it has to stay; told of SKF only. */
  readonly oldPairCalls?: number
  readonly ms: number
  readonly overheadMs: number
  readonly journalMs: number
}

async function renewOnce(kind: Kind): Promise<Measured> {
  const isSkf = kind === 'sm2' || kind === 'sm2-dual'
  const desk = await createDesk(isSkf ? 'skf' : 'softhsm')
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  await desk.put({ keyType: isSkf ? 'sm2' : kind === 'ec' ? 'p-256' : 'rsa-2048', days: [-338, 27] })
  if (kind === 'dual' || kind === 'sm2-dual') await desk.putEncryption([-338, 27])
  const { calls, ...counting } = isSkf ? countedBySkf(desk) : await countedByForwarder(desk, join(folder, 'calls'))
  const app = await startApp(desk, { ...counting, spawn: spawnBundled })
  try {
    const times = await renew(app, desk)
    const journalMs = await replayJournal(desk, folder)
    const made = calls()
    return { calls: made.length, ...(isSkf ? { oldPairCalls: aboutOldPair(made) } : {}), ...times, journalMs }
  } finally {
    await app.close()
    await desk.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function countedByForwarder(desk: Desk, counted: string) {
  return {
    modules: [await buildForwarder()],
    environment: { FORWARDER_MODULE: desk.modulePath, FORWARDER_COUNT: counted },
    calls: () => callsBetween(countedCalls(counted).take(), 'C_Login', 'C_Logout'),
  }
}

/** The device is reserved before the login and released after the logout: these two calls are not in it. */
function countedBySkf({ skf }: Desk) {
  return { calls: () => callsBetween(skf?.calls() ?? [], 'SKF_VerifyPIN', 'SKF_ClearSecureState') }
}

function callsBetween(calls: readonly string[], login: string, logout: string): readonly string[] {
  return calls.slice(calls.lastIndexOf(login), calls.lastIndexOf(logout) + 1)
}

/** What of it is about the old pair: a renewal signs last to prove the new one, and then only ends the login besides. */
function aboutOldPair(calls: readonly string[]): number {
  const ends = ['SKF_CloseContainer', 'SKF_ClearSecureState']
  return calls.slice(calls.lastIndexOf('SKF_ECCSignData') + 1).filter((name) => !ends.includes(name)).length
}

async function renew(app: AppUnderTest, desk: Desk): Promise<Pick<Measured, 'ms' | 'overheadMs'>> {
  const { cards } = await app.overview((overview) => overview.complete && overview.cards.length > 0)
  await app.value('account:login', deskAccount)
  const begun = performance.now()
  const { id: renewalId } = await app.value('renewal:start', { certificateId: cards[0]?.certificates[0]?.id ?? '' })
  await app.value('renewal:request-sms', { renewalId })
  await app.value('renewal:verify-sms', { renewalId, code: desk.newestCode() })
  const pin = performance.now()
  await app.value('renewal:initialise', { renewalId, pin: deskPin })
  const { subSteps } = await app.value('renewal:execute', { renewalId })
  const ended = performance.now()
  const keyMs = subSteps.find(({ name }) => name === 'make-key')?.durationMs ?? 0
  return { ms: ended - pin, overheadMs: ended - begun - keyMs }
}

/** The same entries written once more, as the renewal wrote them: what the journal and its fsyncs cost. */
async function replayJournal({ userData }: Desk, folder: string): Promise<number> {
  const journals = join(userData, 'renewals')
  const [name = ''] = readdirSync(journals).filter((file) => file.endsWith('.jsonl'))
  const lines = readFileSync(join(journals, name), 'utf8').trim().split('\n')
  const [started, ...others] = lines.map((line) => JournalEntry.parse(JSON.parse(line)))
  if (started?.state !== 'started') throw new Error('the journal does not begin')
  const journal = await openJournal(join(folder, 'journal'))
  const begun = performance.now()
  let record = await journal.begin(started)
  for (const entry of others) record = await journal.append(record, entry)
  return performance.now() - begun
}
