import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SmsMessage } from '../../shared/demo/simulator-messages.ts'
import { AppError } from '../app-error.ts'
import type { ChildHandle } from '../processes/child-handle.ts'
import { createTokenProcess } from '../token/token-process.ts'
import type { WorkerSpawner } from '../token/worker-handle.ts'
import { openSoftHsm, openSoftToken, type DemoToken } from './demo-token.ts'
import { seedToken } from './seed-token.ts'
import { connectSimulator, type SimulatorProcess } from './simulator-process.ts'

/** 演示模式: a platform and a token of its own, on this computer only. */
export interface Demo {
  readonly token: DemoToken
  readonly platformAddress: string
  /** DER. */
  readonly rootCertificates: readonly Uint8Array[]
  /** DER. */
  readonly issuingCertificates: readonly Uint8Array[]
  messages(): Promise<readonly SmsMessage[]>
  stop(): void
}

export interface DemoParts {
  /** Everything of the demonstration is kept here; it is made anew when it has grown old. */
  readonly folder: string
  readonly startSimulator: () => ChildHandle
  readonly spawnWorker: WorkerSpawner
  readonly onSms: (message: SmsMessage) => void
  readonly now: () => Date
}

/** The certificates' dates are chosen from the first day; after a week they no longer show what they are meant to. */
const longestAgeMs = 7 * 86_400_000

/** Removes an earlier demonstration that has grown old, or that was never finished. */
export async function prepareFolder({ folder, now }: DemoParts): Promise<void> {
  const stamp = stampOf(folder)
  const begun = existsSync(stamp) ? Date.parse(await readFile(stamp, 'utf8')) : Number.NaN
  const age = now().getTime() - begun
  if (!(age >= 0 && age < longestAgeMs)) await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true, mode: 0o700 })
}

/** Code demo.unavailable when neither SoftHSM2 nor the soft token can be set up; nothing is left running then. */
export async function startDemo(parts: DemoParts): Promise<Demo> {
  const simulator = connectSimulator(parts.startSimulator(), parts.onSms)
  try {
    return await setUp(parts, simulator)
  } catch (error) {
    simulator.stop()
    throw error
  }
}

async function setUp(parts: DemoParts, simulator: SimulatorProcess): Promise<Demo> {
  const { origin, rootCertificates, issuingCertificates } = await simulator.request('start', {
    stateFile: join(parts.folder, 'platform.json'),
  })
  const token = await prepareToken(parts, simulator)
  // Written last: what was being set up when the program died is set up anew.
  if (!existsSync(stampOf(parts.folder)))
    await writeFile(stampOf(parts.folder), parts.now().toISOString(), { mode: 0o600 })
  return {
    token,
    platformAddress: origin,
    rootCertificates,
    issuingCertificates,
    messages: async () => (await simulator.request('sms-list', {})).messages,
    stop: () => simulator.stop(),
  }
}

function stampOf(folder: string): string {
  return join(folder, 'ready')
}

/** SoftHSM2 where it can be had, so that the demonstration goes the whole way of a real key; else the soft token. */
async function prepareToken(parts: DemoParts, simulator: SimulatorProcess): Promise<DemoToken> {
  const softHsm = await openSoftHsm(parts.folder).catch(() => undefined)
  if (softHsm !== undefined && (await seed(softHsm, parts, simulator))) return softHsm
  // Half filled it would be taken for a whole one at the next start.
  await rm(join(parts.folder, 'softhsm'), { recursive: true, force: true })
  const softToken = await openSoftToken(parts.folder)
  if (await seed(softToken, parts, simulator)) return softToken
  throw new AppError('demo.unavailable')
}

async function seed(token: DemoToken, { spawnWorker, now }: DemoParts, simulator: SimulatorProcess): Promise<boolean> {
  const { modulePath, environment } = token
  const process = createTokenProcess({ spawn: spawnWorker, modulePath, environment })
  try {
    await seedToken(process, simulator, now())
    return true
  } catch {
    return false
  } finally {
    process.stop()
  }
}
