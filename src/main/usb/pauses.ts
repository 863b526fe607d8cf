/** Calls back once after so many milliseconds; answers with what cancels it. */
export type StartTimer = (callback: () => void, ms: number) => () => void

/** The time between two looks, which grows while they show nothing new. */
export interface Pauses {
  /** Begins a pause, instead of the one there may be. */
  rest(hasChanged: boolean): void
  /** Looks now, unless a pause is on: its end comes anyway. */
  end(): void
  stop(): void
}

interface PausesParts {
  readonly pauseMs: number
  readonly longestPauseMs: number
  readonly startTimer?: StartTimer
}

export function createPauses({ startTimer = startNodeTimer, ...limits }: PausesParts, over: () => void): Pauses {
  let pauseMs = limits.pauseMs
  let cancel: (() => void) | undefined
  const end = () => {
    cancel = undefined
    over()
  }
  const stop = () => {
    cancel?.()
    cancel = undefined
  }
  return {
    rest: (hasChanged) => {
      stop()
      pauseMs = hasChanged ? limits.pauseMs : Math.min(pauseMs * 2, limits.longestPauseMs)
      cancel = startTimer(end, pauseMs)
    },
    end: () => {
      if (cancel === undefined) over()
    },
    stop,
  }
}

function startNodeTimer(callback: () => void, ms: number): () => void {
  const timer = setTimeout(callback, ms)
  return () => clearTimeout(timer)
}
