import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TokenSnapshot } from '../../shared/token/messages.ts'
import { describeCards } from '../certificates/cards.ts'
import type { ChildHandle } from '../processes/child-handle.ts'
import { demoAnchors } from '../trust/anchors.ts'
import { createTrust } from '../trust/trust.ts'
import { createForkSpawner } from '../token/fork-spawner.ts'
import { createTokenProcess } from '../token/token-process.ts'
import type { WorkerSpawner } from '../token/worker-handle.ts'
import { prepareFolder, startDemo, type Demo, type DemoParts } from './demo.ts'
import { openSoftHsm, type DemoToken } from './demo-token.ts'
import { fakeChild } from './testing/fake-child.ts'

const root = join(import.meta.dirname, '../../..')
const spawnWorker = createForkSpawner({
  pkcs11: join(root, 'src/main/token/worker/index.ts'),
  soft: join(root, 'simulator/token/worker.ts'),
})
const spawnSimulator = createForkSpawner({ soft: join(root, 'simulator/platform/process.ts') })

let folder: string
let running: Demo | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-'))
})
afterEach(() => {
  running?.stop()
  rmSync(folder, { recursive: true })
})

function startSimulator(): ChildHandle {
  const { send, ...child } = spawnSimulator('soft')
  // The same line carries the simulator's messages.
  return { ...child, send: send as ChildHandle['send'] }
}

function parts(spawn: WorkerSpawner = spawnWorker): DemoParts {
  return { folder, startSimulator, spawnWorker: spawn, onSms: () => undefined, now: () => new Date() }
}

/** A computer where no PKCS#11 module can be opened. */
const spawnSoftOnly: WorkerSpawner = (kind, environment) => {
  if (kind === 'soft') return spawnWorker(kind, environment)
  const worker = fakeChild()
  setImmediate(worker.exit)
  return worker.handle
}

/** As the program trusts in the demonstration: its own authorities, and nobody is asked. */
function trustOf(token: TokenSnapshot) {
  const revocation = { of: () => ({ state: 'not-checked' }) as const, ask: () => undefined }
  const anchors = demoAnchors(() => running)
  return createTrust({ tokens: () => [token], anchors, revocation, now: () => new Date(), changed: () => undefined })
}

async function cardsOn({ modulePath, environment }: DemoToken) {
  const token = createTokenProcess({ spawn: spawnWorker, modulePath, environment })
  try {
    const [found] = (await token.request('list', {})).tokens
    if (found === undefined) throw new Error('the demonstration has no token')
    const certificates = describeCards(found, new Date(), { assess: trustOf(found).assess }).flatMap(
      (card) => card.certificates,
    )
    return certificates.map(({ status, algorithm, action }) => `${status} ${algorithm} ${action}`)
  } finally {
    token.stop()
  }
}

const shown = [
  'expiring RSA 2048 renewal',
  'expired EC P-256 repair',
  'valid EC P-256 renewal',
  'not-yet-valid EC P-256 none',
  'no-private-key SM2 none',
]

it.each([
  ['the soft token where no module can be opened', spawnSoftOnly, 'soft'],
  ['SoftHSM2, or the soft token where that is not installed,', spawnWorker, 'softhsm'],
] as const)('has every kind of certificate on %s and still has it the next time', async (_name, spawn, kind) => {
  const hasSoftHsm = (await openSoftHsm(join(folder, 'probe'))) !== undefined
  const expected = hasSoftHsm ? kind : 'soft'
  running = await startDemo(parts(spawn))
  expect([running.token.kind, await cardsOn(running.token)]).toEqual([expected, shown])
  expect(running.platformAddress).toMatch(/^http:\/\/127\.0\.0\.1:\d+/)
  expect(await running.messages()).toEqual([])
  running.stop()
  await prepareFolder(parts(spawn))
  running = await startDemo(parts(spawn))
  expect(await cardsOn(running.token)).toEqual(shown)
  expect(existsSync(join(folder, 'ready'))).toBe(true)
})
