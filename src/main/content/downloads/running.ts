import { toFailure } from '../../app-error.ts'
import { partOf } from './finish.ts'
import { runTransfer, sizeOf, type RunParts } from './run-transfer.ts'
import type { Standing, TransferList } from './transfer-list.ts'

interface RunningParts extends RunParts {
  readonly transfers: TransferList
  readonly publish: () => Promise<void>
  readonly stopped: (error: unknown) => void
}

interface Running {
  /** Ends when it is under way; one that is, or is done, is left alone. */
  readonly begin: (standing: Standing) => Promise<void>
  /** Ends when what has come is on the disk. */
  readonly stop: (id: string) => Promise<void>
  readonly close: () => Promise<void>
}

interface Run {
  readonly abort: AbortController
  readonly over: Promise<void>
}

/** What is told on the way: a hundred steps at most, and none smaller than this. */
const smallestStep = 1 << 16

/** The transfers that are at work, each until it is done, stopped, or told to stop. */
export function createRunning(parts: RunningParts): Running {
  const { transfers, publish } = parts
  const runs = new Map<string, Run>()
  const stop = async (id: string) => {
    const run = runs.get(id)
    run?.abort.abort()
    await run?.over
  }
  return {
    begin: async (standing) => {
      const { id, isDone } = standing.record
      if (isDone || runs.has(id)) return
      const abort = new AbortController()
      transfers.put({ record: standing.record, received: standing.received, state: 'loading' })
      const over = run(id, standing, parts, abort.signal).finally(() => runs.delete(id))
      runs.set(id, { abort, over })
      await transfers.save()
      await publish()
    },
    stop,
    close: async () => {
      await Promise.all([...runs.keys()].map(stop))
    },
  }
}

async function run(id: string, begun: Standing, parts: RunningParts, signal: AbortSignal): Promise<void> {
  const { transfers, publish, stopped } = parts
  const note = createNote(begun, parts)
  try {
    const path = await runToItsEnd(note, parts, signal)
    const { record } = note.now()
    note.put({ state: 'done', received: record.size, record: { ...record, path, isDone: true } })
  } catch (error) {
    const { record } = note.now()
    const received = Math.min((await sizeOf(partOf(record.path))) ?? 0, record.size)
    if (!signal.aborted) stopped(error)
    note.put(signal.aborted ? { state: 'paused', received } : { state: 'stopped', received, failure: toFailure(error) })
  }
  await transfers.save()
  // A transfer that was removed meanwhile is not told of again.
  if ((await transfers.find(id)) !== undefined) await publish()
}

interface Note {
  readonly now: () => Standing
  readonly put: (change: Partial<Standing>) => void
  readonly save: () => Promise<void>
  readonly progress: (received: number) => void
}

function createNote(begun: Standing, { transfers, publish }: RunningParts): Note {
  let now: Standing = { record: begun.record, received: begun.received, state: 'loading' }
  let told = 0
  const put = (change: Partial<Standing>): void => {
    now = { ...now, ...change }
    transfers.put(now)
  }
  return {
    ...{ now: () => now, put, save: transfers.save },
    progress: (received) => {
      put({ received })
      if (Math.abs(received - told) < Math.max(now.record.size / 100, smallestStep)) return
      told = received
      void publish()
    },
  }
}

/** A file may be larger than one call may take: as long as something comes, the next call goes on. */
async function runToItsEnd(note: Note, parts: RunningParts, signal: AbortSignal): Promise<string> {
  for (;;) {
    const before = note.now().received
    try {
      return await runTransfer(parts, {
        ...{ record: note.now().record, signal, onProgress: note.progress },
        keepTag: async (etag) => {
          note.put({ record: { ...note.now().record, etag } })
          await note.save()
        },
        onCheck: () => {
          note.put({ state: 'checking' })
          void parts.publish()
        },
      })
    } catch (error) {
      const mayGoOn = toFailure(error).code === 'platform.timeout' && note.now().received > before
      if (!mayGoOn || signal.aborted) throw error
    }
  }
}
