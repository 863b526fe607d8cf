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

type Kind = 'rsa' | 'ec' | 'dual' | 'sm2' | 'sm2-dual'

/** Whole renewals through the real main code, SoftHSM2 and the simulator on loopback. */
export async function measureRenewals() {
  return { rsa: await measure('rsa'), ec: await measure('ec'), dual: await measure('dual') }
}

/**
 * The same of SM2 by SKF, over the software module. `oldContainerCalls`: those of `calls` that look at the old container and
 * delete it, or see that it has to stay.
 */
export async function measureSm2Renewals() {
  return { single: await measure('sm2'), dual: await measure('sm2-dual') }
}

/**
 * `calls`: native calls from login to logout. `ms`: from the PIN to the end. `overheadMs`: all calls from the order to
 * the end, without the generation of the key on the token. `journalShare`: the part of it that the journal takes.
 */
async function measure(kind: Kind) {
  const results: Measured[] = []
  for (let run = 0; run < runs; run += 1) {
    progress(`renewal ${kind} ${run + 1}/${runs}`)
    results.push(await renewOnce(kind))
  }
  const medianOf = (field: 'ms' | 'overheadMs' | 'journalMs') => median(results.map((result) => result[field]))
  return {
    calls: Math.max(...results.map(({ calls }) => calls)),
    ...(kind.startsWith('sm2')
      ? { oldContainerCalls: Math.max(...results.map(({ oldContainerCalls }) => oldContainerCalls)) }
      : {}),
    ms: rounded(medianOf('ms')),
    overheadMs: rounded(medianOf('overheadMs')),
    journalMs: rounded(medianOf('journalMs')),
    journalShare: rounded(medianOf('journalMs') / medianOf('overheadMs')),
  }
}

interface Measured extends Counted {
  readonly ms: number
  readonly overheadMs: number
  readonly journalMs: number
}

interface Counted {
  readonly calls: number
  readonly oldContainerCalls: number
}

async function renewOnce(kind: Kind): Promise<Measured> {
  if (kind === 'sm2' || kind === 'sm2-dual') return renewOnceBySkf(kind)
  const desk = await createDesk()
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const counted = join(folder, 'calls')
  await desk.put({ keyType: kind === 'ec' ? 'p-256' : 'rsa-2048', days: [-338, 27] })
  if (kind === 'dual') await desk.putEncryption([-338, 27])
  const environment = { FORWARDER_MODULE: desk.modulePath, FORWARDER_COUNT: counted }
  const app = await startApp(desk, { modules: [await buildForwarder()], environment, spawn: spawnBundled })
  try {
    const times = await renew(app, desk)
    const calls = countedCalls(counted).take()
    const journalMs = await replayJournal(desk, folder)
    const count = calls.lastIndexOf('C_Logout') - calls.lastIndexOf('C_Login') + 1
    return { calls: count, oldContainerCalls: 0, ...times, journalMs }
  } finally {
    await app.close()
    await desk.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function renewOnceBySkf(kind: 'sm2' | 'sm2-dual'): Promise<Measured> {
  const desk = await createDesk('skf')
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  await desk.put({ keyType: 'sm2', days: [-338, 27] })
  if (kind === 'sm2-dual') await desk.putEncryption([-338, 27])
  const app = await startApp(desk, { spawn: spawnBundled })
  try {
    const times = await renew(app, desk)
    const counted = countSkfCalls(desk.skf?.calls() ?? [])
    return { ...counted, ...times, journalMs: await replayJournal(desk, folder) }
  } finally {
    await app.close()
    await desk.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A renewal signs last to prove its new pair; what follows is about the old one, but for the end of the login. */
function countSkfCalls(all: readonly string[]): Counted {
  const login = all.slice(all.indexOf('SKF_VerifyPIN'), all.indexOf('SKF_ClearSecureState') + 1)
  const after = login.slice(login.lastIndexOf('SKF_ECCSignData') + 1)
  const ends = ['SKF_ClearSecureState', 'SKF_CloseContainer']
  return { calls: login.length, oldContainerCalls: after.filter((name) => !ends.includes(name)).length }
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
