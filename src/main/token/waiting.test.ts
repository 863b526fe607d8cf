import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TokenWaiting } from '../../shared/ipc/models-waiting.ts'
import type { TokenInput, TokenOperation, TokenRequestMessage, TokenSnapshot } from '../../shared/token/messages.ts'
import { toFailure } from '../app-error.ts'
import { tokenWith } from '../certificates/testing/stored-certificate.ts'
import type { Deadlines } from './deadlines.ts'
import { createTokenModules } from './token-modules.ts'
import { createWaits } from './waits.ts'
import type { WorkerSpawner } from './worker-handle.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const ignore = (): void => undefined
const path = '/lib/libkey.so'
const token: TokenSnapshot = { ...tokenWith([]), slot: 's1' }

/** A module over workers that answer everything but what a test holds back. */
async function createStage(deadlines: Partial<Deadlines> = {}) {
  const workers: TokenRequestMessage[][] = []
  const told: TokenWaiting[] = []
  const stage = { held: undefined as TokenOperation | undefined, release: ignore }
  const spawn: WorkerSpawner = () => {
    const requests: TokenRequestMessage[] = []
    workers.push(requests)
    let tell: (message: unknown) => void = () => undefined
    return {
      pid: workers.length,
      send: (request) => {
        requests.push(request)
        const value = request.operation === 'list' ? { tokens: [token] } : { slots: ['s1'] }
        const answer = () => tell({ id: request.id, ok: true, value })
        if (request.operation === stage.held) stage.release = answer
        else answer()
      },
      onMessage: (listener) => void (tell = listener),
      onExit: () => undefined,
      kill: () => undefined,
    }
  }
  const waits = createWaits((waiting) => told.push(waiting))
  const modules = createTokenModules({ spawn, deadlines, changed: () => undefined, onSlow: waits.begin })
  modules.use([{ path }])
  await vi.advanceTimersByTimeAsync(0)
  return { stage, workers, told, waits, modules }
}

type Stage = Awaited<ReturnType<typeof createStage>>

const unlock: TokenInput<'unlock'> = { slot: 's1', serialNumber: 'A1', pin: '12345678' }
const sign: TokenInput<'sign'> = { slot: 's1', id: '01', text: new Uint8Array(32) }

/** Asks the module, which holds the answer back; how it ends comes later. */
function hold<O extends TokenOperation>({ stage, modules }: Stage, operation: O, input: TokenInput<O>) {
  stage.held = operation
  return modules
    .locate('A1')
    .process.request(operation, input)
    .then(
      () => 'answered',
      (error: unknown) => toFailure(error),
    )
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('a driver that does not answer', () => {
  it('is told after 5 s, once, and once when it is over; the PIN goes nowhere', async () => {
    const scene = await createStage()
    const end = hold(scene, 'unlock', unlock)
    await pass(4999)
    expect(scene.told).toEqual([])
    await pass(1)
    const [waiting] = scene.told
    expect(waiting).toMatchObject({
      ...{ isOver: false, kind: 'unlock', moduleName: 'libkey.so', tokenSerialNumber: 'A1', canStop: true },
    })
    await pass(60_000)
    expect(scene.waits.list()).toEqual(scene.told)
    scene.stage.release()
    expect(await end).toBe('answered')
    expect(scene.told).toEqual([waiting, { ...waiting, isOver: true }])
    expect(scene.waits.list()).toEqual([])
    expect(JSON.stringify(scene.told)).not.toContain(unlock.pin)
  })

  it('is not told when it answers before that, nor for what no driver asks about', async () => {
    const scene = await createStage()
    const end = hold(scene, 'unlock', unlock)
    await pass(4999)
    scene.stage.release()
    await end
    const quiet = hold(scene, 'findKey', { slot: 's1', publicKeySha256: '' })
    await pass(59_000)
    scene.stage.release()
    await quiet
    expect(scene.told).toEqual([])
  })

  it('counts as hung at its deadline, which every press moves to two minutes from then', async () => {
    const scene = await createStage()
    const end = hold(scene, 'sign', sign)
    let isOver = false
    void end.then(() => (isOver = true))
    await pass(119_000)
    const id = scene.waits.list()[0]?.id ?? ''
    expect(scene.waits.waitLonger(id)).toBe(true)
    await pass(119_000)
    expect(scene.waits.waitLonger(id)).toBe(true)
    expect(Date.parse(scene.waits.list()[0]?.until ?? '') - Date.now()).toBe(120_000)
    await pass(119_999)
    expect(isOver).toBe(false)
    await pass(1)
    expect(await end).toEqual({ code: 'token.timeout', details: { operation: 'sign', afterMs: 358_000 } })
    expect(scene.told.map(({ isOver: over }) => over)).toEqual([false, false, false, true])
    expect(scene.waits.waitLonger(id)).toBe(false)
  })

  it('is never given less time than it had', async () => {
    const scene = await createStage({ generateKeyPair: 600_000 })
    void hold(scene, 'generateKeyPair', { slot: 's1', id: '01', label: '', keyType: 'rsa-2048' })
    await pass(5000)
    const before = scene.waits.list()[0]?.until ?? ''
    scene.waits.waitLonger(scene.waits.list()[0]?.id ?? '')
    expect(Date.parse(scene.waits.list()[0]?.until ?? '')).toBeGreaterThanOrEqual(Date.parse(before))
  })

  it.each<TokenOperation>(['sign', 'writeCertificate', 'generateKeyPair', 'unwrapKey', 'removePair', 'decrypt'])(
    'is not stopped while it may be writing: %s',
    async (operation) => {
      const scene = await createStage()
      // Only the slot is looked at here.
      const end = hold(scene, operation, { slot: 's1' })
      await pass(5000)
      const [waiting] = scene.waits.list()
      expect(waiting).toMatchObject({ canStop: false, kind: 'write', tokenSerialNumber: 'A1' })
      expect(scene.waits.stop(waiting?.id ?? '')).toBe(true)
      scene.stage.release()
      expect(await end).toBe('answered')
      expect(scene.workers).toHaveLength(1)
    },
  )

  it('is stopped while it unlocks, and the next question finds a new worker', async () => {
    const scene = await createStage()
    const end = hold(scene, 'unlock', unlock)
    await pass(5000)
    expect(scene.waits.stop(scene.waits.list()[0]?.id ?? '')).toBe(false)
    expect(await end).toEqual({ code: 'token.waitStopped', details: { operation: 'unlock' } })
    scene.stage.held = undefined
    await scene.modules.refresh()
    expect(scene.modules.states()).toMatchObject([{ state: 'ready' }])
    expect(scene.workers).toHaveLength(2)
  })

  it('is asked nothing by itself after its list was stopped, until somebody asks', async () => {
    const scene = await createStage()
    scene.stage.held = 'list'
    const refreshed = scene.modules.refresh()
    await pass(5000)
    const [waiting] = scene.waits.list()
    expect(waiting).toMatchObject({ kind: 'read', canStop: true })
    expect(waiting).not.toHaveProperty('tokenSerialNumber')
    scene.waits.stop(waiting?.id ?? '')
    await refreshed
    scene.stage.held = undefined
    await scene.modules.refresh()
    await pass(60_000)
    const stopped = { code: 'token.waitStopped', details: { operation: 'list' } }
    expect(scene.modules.states()).toMatchObject([{ state: 'failed', failure: stopped }])
    expect(scene.workers).toHaveLength(1)
    await scene.modules.refresh('asked')
    expect(scene.modules.states()).toMatchObject([{ state: 'ready' }])
  })
})
