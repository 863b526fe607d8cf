import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { AppError } from '../app-error.ts'
import type { Failure } from '../../shared/failure.ts'
import type { TokenRequestMessage } from '../../shared/token/messages.ts'
import { createTokenProcess } from './token-process.ts'
import type { TokenProcess } from './token-process.ts'
import type { WorkerSpawner } from './worker-handle.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

interface FakeWorker {
  readonly requests: TokenRequestMessage[]
  readonly answer: (value?: unknown) => void
  readonly refuse: (failure: Failure) => void
  readonly exit: (code: number | null, signal: string | null) => void
  wasKilled: boolean
}

interface Stage {
  readonly token: TokenProcess
  readonly workers: readonly FakeWorker[]
  readonly gone: readonly Failure[]
}

/** Workers that answer when they are told to; `open` is answered by itself. */
function createStage(): Stage {
  const workers: FakeWorker[] = []
  const gone: Failure[] = []
  const spawn: WorkerSpawner = () => {
    let tell: (message: unknown) => void = () => undefined
    let leave: FakeWorker['exit'] = () => undefined
    const last = (): number => worker.requests.at(-1)?.id ?? 0
    const worker: FakeWorker = {
      requests: [],
      wasKilled: false,
      answer: (value = {}) => tell({ id: last(), ok: true, value }),
      refuse: (failure) => tell({ id: last(), ok: false, failure }),
      exit: (code, signal) => leave(code, signal),
    }
    workers.push(worker)
    return {
      pid: workers.length,
      send: (request) => {
        worker.requests.push(request)
        if (request.operation === 'open') worker.answer()
      },
      onMessage: (listener) => void (tell = listener),
      onExit: (listener) => void (leave = listener),
      kill: () => void (worker.wasKilled = true),
    }
  }
  const token = createTokenProcess({ spawn, modulePath: 'x.so', onGone: (failure) => gone.push(failure) })
  return { token, workers, gone }
}

async function failureOf(request: Promise<unknown>): Promise<unknown> {
  const thrown: unknown = await request.catch((reason: unknown) => reason)
  return thrown instanceof AppError ? thrown.failure : thrown
}

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0)

describe('createTokenProcess', () => {
  it('asks one thing at a time, and counts the deadline of each from when it was asked', async () => {
    const { token, workers } = createStage()
    const generate = { slot: 's', id: '01', label: '', keyType: 'rsa-2048' } as const
    const [first, second] = [token.request('generateKeyPair', generate), token.request('poll', {})]
    await vi.advanceTimersByTimeAsync(100_000)
    expect(workers[0]?.requests.map(({ operation }) => operation)).toEqual(['open', 'generateKeyPair'])
    workers[0]?.answer({ publicKey: Uint8Array.of(1) })
    expect(await first).toEqual({ publicKey: Uint8Array.of(1) })
    await settle()
    workers[0]?.answer({ slots: [] })
    expect(await second).toEqual({ slots: [] })
    expect(workers).toHaveLength(1)
  })

  it('passes on what the worker refuses', async () => {
    const { token, workers } = createStage()
    const failure = failureOf(token.request('list', {}))
    await settle()
    workers[0]?.refuse({ code: 'token.deviceError', details: { ckr: 'CKR_DEVICE_ERROR' } })
    expect(await failure).toEqual({ code: 'token.deviceError', details: { ckr: 'CKR_DEVICE_ERROR' } })
  })

  it('kills a worker at the deadline and starts another one for the next request', async () => {
    const { token, workers, gone } = createStage()
    const failures = [failureOf(token.request('poll', {})), failureOf(token.request('list', {}))]
    await vi.advanceTimersByTimeAsync(15_000)
    expect(await Promise.all(failures)).toEqual([
      { code: 'token.timeout', details: { operation: 'poll', afterMs: 15_000 } },
      { code: 'token.crashed', details: { operation: 'list', detail: 'waiting' } },
    ])
    expect(workers[0]?.wasKilled).toBe(true)
    expect(gone).toHaveLength(1)
    workers[0]?.exit(null, 'SIGKILL')
    expect(gone).toHaveLength(1)

    const next = token.request('poll', {})
    await settle()
    workers[1]?.answer({ slots: ['s'] })
    expect(await next).toEqual({ slots: ['s'] })
  })

  it('tells that an idle worker has gone', async () => {
    const { token, workers, gone } = createStage()
    const polled = token.request('poll', {})
    await settle()
    workers[0]?.answer({ slots: [] })
    await polled
    workers[0]?.exit(7, null)
    expect(gone).toEqual([{ code: 'token.crashed', details: { operation: 'none', exitCode: 7 } }])
  })

  it('says nothing about a worker that it was told to stop', async () => {
    const { token, workers, gone } = createStage()
    const failure = failureOf(token.request('list', {}))
    await settle()
    token.stop()
    workers[0]?.exit(null, 'SIGKILL')
    expect(await failure).toEqual({ code: 'token.crashed', details: { operation: 'list', detail: 'closed' } })
    expect(gone).toEqual([])
  })
})
