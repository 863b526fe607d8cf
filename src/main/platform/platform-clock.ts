import { performance } from 'node:perf_hooks'
import type { Clock } from '../renewal/ports.ts'

/** One answer: when it was asked for and got by this computer's clock, and its Date header; all in ms since 1970. */
export interface Measurement {
  readonly sentAt: number
  readonly receivedAt: number
  readonly date: number
}

export interface MeasuredClock extends Clock {
  readonly measure: (measurement: Measurement) => void
  /** For another platform. */
  readonly forget: () => void
  /** Told when `now` has jumped, because more or less is known; answers with its end. */
  readonly subscribe: (listener: () => void) => () => void
}

interface Parts {
  /** This computer's clock, in ms since 1970. */
  readonly localNow?: () => number
  /** Ms since any instant, by a clock that nobody can set. */
  readonly steadyNow?: () => number
}

/** Below this the Date header (whole seconds) and the way of the answer explain the difference. */
const ignoredSkewMs = 2000
/** An answer that took longer says too little about when its Date was written. */
const longestRoundTripMs = 5000
/** Beyond this the computer's clock was set since the measurement, or the computer slept: it says nothing any more. */
const longestStrayMs = 3000

interface Known {
  readonly skewMs: number
  readonly localAt: number
  readonly steadyAt: number
}

/** The platform's time, from the answers of the platform; the computer's own where no answer speaks for this moment. */
export function createPlatformClock({
  localNow = Date.now,
  steadyNow = () => performance.now(),
}: Parts = {}): MeasuredClock {
  const listeners = new Set<() => void>()
  let known: Known | undefined
  let told = 0
  const skewMs = (): number | undefined => {
    if (known === undefined) return undefined
    const strayMs = localNow() - known.localAt - (steadyNow() - known.steadyAt)
    return Math.abs(strayMs) <= longestStrayMs ? known.skewMs : undefined
  }
  const correction = (): number => {
    const skew = skewMs() ?? 0
    return Math.abs(skew) >= ignoredSkewMs ? skew : 0
  }
  const learn = (next: Known | undefined): void => {
    known = next
    if (Math.abs(correction() - told) < ignoredSkewMs) return
    told = correction()
    for (const listener of [...listeners]) listener()
  }
  return {
    now: () => new Date(localNow() + correction()),
    skewMs,
    measure: ({ sentAt, receivedAt, date }) => {
      const roundTripMs = receivedAt - sentAt
      if (roundTripMs < 0 || roundTripMs > longestRoundTripMs) return
      // Date is cut to the second: on average it was half a second later.
      const skew = Math.round(date + 500 - (sentAt + receivedAt) / 2)
      learn({ skewMs: skew, localAt: localNow(), steadyAt: steadyNow() })
    },
    forget: () => learn(undefined),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
