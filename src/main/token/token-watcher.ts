import { toFailure } from '../app-error.ts'
import type { Failure } from '../../shared/failure.ts'

/** What the last poll told. Slot names are good for one worker only. */
export type WatchedSlots =
  { readonly kind: 'slots'; readonly slots: readonly string[] } | { readonly kind: 'failed'; readonly failure: Failure }

interface WatcherParts {
  readonly poll: () => Promise<{ readonly slots: readonly string[] }>
  /** Called for the first poll, and whenever a poll tells something else than the one before. */
  readonly onChange: (state: WatchedSlots) => void
  /** 700 ms: a key that is plugged in must show within two seconds, the reading included. */
  readonly intervalMs?: number
  /** Calls back once after so many milliseconds; answers with what cancels it. */
  readonly startTimer?: (callback: () => void, ms: number) => () => void
}

/** Stops watching when called; an answer that is still on its way is not told any more. */
export type StopWatching = () => void

const longestPauseMs = 10_000

/** Polls for plugged and pulled tokens. A module that keeps failing is asked less and less often. */
export function watchToken(parts: WatcherParts): StopWatching {
  const { poll, onChange, intervalMs = 700, startTimer = startNodeTimer } = parts
  let told = ''
  let failures = 0
  let isStopped = false
  let cancelTimer = (): void => undefined

  const look = async (): Promise<void> => {
    const state = await readSlots(poll)
    if (isStopped) return
    failures = state.kind === 'failed' ? failures + 1 : 0
    const now = JSON.stringify(state)
    if (now !== told) {
      told = now
      onChange(state)
    }
    cancelTimer = startTimer(() => void look(), Math.min(intervalMs * 2 ** failures, longestPauseMs))
  }
  // look() does not fail: a failed poll is what it tells.
  void look()
  return () => {
    isStopped = true
    cancelTimer()
  }
}

async function readSlots(poll: WatcherParts['poll']): Promise<WatchedSlots> {
  try {
    return { kind: 'slots', slots: [...(await poll()).slots].sort() }
  } catch (thrown) {
    return { kind: 'failed', failure: toFailure(thrown) }
  }
}

function startNodeTimer(callback: () => void, ms: number): () => void {
  const timer = setTimeout(callback, ms)
  return () => clearTimeout(timer)
}
