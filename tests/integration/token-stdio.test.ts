import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { createStdioSpawner } from '../../src/main/token/stdio/stdio-spawner.ts'
import { createTokenProcess } from '../../src/main/token/token-process.ts'
import type { WorkerHandle, WorkerSpawner } from '../../src/main/token/worker-handle.ts'
import { failureOf, theToken, unlock } from '../support/token-steps.ts'
import { createSoftHsmStand, type SoftHsmStand } from '../support/token-stand.ts'
import { describeTokenContract } from './token-contract.ts'

const entry = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const spawnStdio = createStdioSpawner({
  node: process.execPath,
  entry: entry('../../src/main/token/worker/index.ts'),
})
const spawnNoisy = createStdioSpawner({ node: process.execPath, entry: entry('../support/noisy-token-worker.ts') })

describeTokenContract('SoftHSM2 over stdio', (deadlines) => createSoftHsmStand(deadlines, spawnStdio))
describeTokenContract('SoftHSM2 over a stdio that others print into', (deadlines) =>
  createSoftHsmStand(deadlines, spawnNoisy),
)

const stands: SoftHsmStand[] = []
afterEach(() => {
  for (const stand of stands.splice(0)) stand.remove()
})

async function start(spawn: WorkerSpawner = spawnStdio): Promise<SoftHsmStand> {
  const stand = await createSoftHsmStand({}, spawn)
  stands.push(stand)
  return stand
}

/** Remembers the workers that were started. */
function watched(spawn: WorkerSpawner): { readonly spawn: WorkerSpawner; readonly workers: WorkerHandle[] } {
  const workers: WorkerHandle[] = []
  return {
    workers,
    spawn: (...asked) => {
      const worker = spawn(...asked)
      workers.push(worker)
      return worker
    },
  }
}

function isAlive(pid: number): boolean {
  try {
    // One that nobody has waited for is still in the list, as a zombie.
    return !/^\d+ \(.*\) Z /s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

describe('a worker over stdio', () => {
  it('carries a certificate of 1 MB there and back', async () => {
    const stand = await start(spawnNoisy)
    const slot = await unlock(stand)
    const certificate = new Uint8Array(1024 * 1024).map((_, index) => index * 7)
    const none = { subject: new Uint8Array(), issuer: new Uint8Array(), serialNumber: new Uint8Array() }
    await stand.token.request('writeCertificate', { slot, id: 'aa', label: '大', certificate, ...none })
    const [stored, ...others] = (await theToken(stand)).certificates
    expect({ ...stored, value: Buffer.from(certificate).equals(stored?.value ?? new Uint8Array()), others }).toEqual({
      ...{ id: 'aa', label: '大', value: true, key: 'unknown', others: [] },
    })
  })

  it('is heard to its last word, and then counts as ended', async () => {
    const stand = await start()
    const environment = { ...stand.environment, LAST_WORDS: '2' }
    const token = createTokenProcess({ spawn: spawnNoisy, modulePath: stand.modulePath, environment })
    expect((await token.request('list', {})).tokens).toHaveLength(1)
    expect(await failureOf(token.request('poll', {}))).toMatchObject({
      code: 'token.crashed',
      details: { exitCode: 7 },
    })
    token.stop()
  })

  it('is gone when it was stopped, and when it was killed at its deadline', async () => {
    const { spawn, workers } = watched(spawnStdio)
    const stand = await start(spawn)
    await theToken(stand)
    stand.token.stop()
    await expect.poll(() => isAlive(workers[0]?.pid ?? 0)).toBe(false)
    stand.setFault('C_FindObjectsInit:0:hang')
    const hanging = createTokenProcess({ ...stand, spawn, deadlines: { list: 1000 } })
    expect(await failureOf(hanging.request('list', {}))).toMatchObject({ code: 'token.timeout' })
    await expect.poll(() => isAlive(workers[1]?.pid ?? 0)).toBe(false)
    hanging.stop()
  })

  it('ends with the process that started it', async () => {
    const stand = await start()
    const script = `
      import { createStdioSpawner } from ${JSON.stringify(entry('../../src/main/token/stdio/stdio-spawner.ts'))}
      const spawn = createStdioSpawner(${JSON.stringify({ node: process.execPath, entry: entry('../../src/main/token/worker/index.ts') })})
      const worker = spawn('pkcs11')
      worker.onMessage(() => { console.log(worker.pid); process.kill(process.pid, 'SIGKILL') })
      worker.send({ id: 1, operation: 'open', input: { modulePath: ${JSON.stringify(stand.modulePath)} } })`
    const { stdout } = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
      ...{ encoding: 'utf8', env: { ...process.env, ...stand.environment } },
    })
    const pid = Number(stdout)
    expect(pid).toBeGreaterThan(0)
    await expect.poll(() => isAlive(pid)).toBe(false)
  })

  it('that cannot be started at all is a crash, not an exception', async () => {
    const missing = createStdioSpawner({ node: '/nowhere/node', entry: '' })
    const token = createTokenProcess({ spawn: missing, modulePath: '/nowhere/module.so' })
    expect(await failureOf(token.request('list', {}))).toEqual({
      ...{ code: 'token.moduleBroken', details: { operation: 'open', detail: 'notStarted' } },
    })
    token.stop()
  })
})
