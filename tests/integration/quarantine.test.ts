import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Quarantine } from '../../src/main/token/module-state.ts'
import { createTokenModules, type TokenModules } from '../../src/main/token/token-modules.ts'
import type { WorkerHandle, WorkerSpawner } from '../../src/main/token/worker-handle.ts'
import { createSoftHsmStore, softHsmModule, type SoftHsmStore } from '../support/softhsm.ts'
import { spawnWorker } from '../support/token-stand.ts'

let store: SoftHsmStore
let modules: TokenModules
let workers: WorkerHandle[]
let quarantined: [string, Quarantine['reason']][]
let waiting: (() => void)[]

beforeEach(() => {
  store = createSoftHsmStore()
  store.initToken('first')
  ;[workers, quarantined, waiting] = [[], [], []]
  const spawn: WorkerSpawner = (kind, environment) => {
    const worker = spawnWorker(kind, environment)
    workers.push(worker)
    return worker
  }
  const changed = () => waiting.splice(0).forEach((wake) => wake())
  const memory = {
    quarantined: (path: string, { reason }: Quarantine) => void quarantined.push([path, reason]),
    answered: () => undefined,
  }
  modules = createTokenModules({ spawn, changed, memory })
  modules.use([{ path: softHsmModule(), environment: store.environment }])
})

afterEach(() => {
  modules.stop()
  store.remove()
})

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    await new Promise<void>((resolve) => {
      waiting.push(resolve)
    })
  }
}

const state = () => modules.states()[0]?.state

/** Ends the running worker from outside, as a crash would, and waits until the module has noticed. */
async function crash(): Promise<void> {
  const running = workers.at(-1)
  const gone = new Promise<void>((resolve) => running?.onExit(() => resolve()))
  running?.kill()
  await gone
}

it('starts a driver that has worked again after two crashes, and not after a third', async () => {
  await until(() => state() === 'ready')
  for (let crashes = 0; crashes < 2; crashes += 1) {
    await crash()
    await modules.refresh()
    expect([state(), quarantined]).toEqual(['ready', []])
  }
  await crash()
  await until(() => quarantined.length > 0)
  await modules.refresh()
  expect(modules.states()[0]).toMatchObject({
    ...{ state: 'failed', failure: { code: 'token.quarantined', details: { reason: 'repeated' } } },
    quarantine: { reason: 'repeated' },
  })
  expect([quarantined, workers.length]).toEqual([[[softHsmModule(), 'repeated']], 3])
})

it('leaves crashes to a renewal while it works with the token, however many', async () => {
  await until(() => state() === 'ready')
  const resume = modules.pauseWatching(softHsmModule())
  for (let crashes = 0; crashes < 4; crashes += 1) {
    await crash()
    await modules.refresh()
    expect([state(), quarantined]).toEqual(['ready', []])
  }
  resume()
})

it('lists a driver that is refused without starting a process for it', async () => {
  await until(() => state() === 'ready')
  const refusal = { code: 'token.moduleWrongArchitecture' } as const
  modules.use([{ path: softHsmModule() }, { path: '/32.so', refusal }])
  await modules.refresh()
  expect(modules.states().map((module) => [module.name, module.state, module.failure])).toEqual([
    ['libsofthsm2.so', 'ready', undefined],
    ['32.so', 'failed', refusal],
  ])
  expect(workers).toHaveLength(1)
})
