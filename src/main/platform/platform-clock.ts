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
}

/** Below this the Date header (whole seconds) and the way of the answer explain the difference. */
const ignoredSkewMs = 2000
/** An answer that took longer says too little about when its Date was written. */
const longestRoundTripMs = 5000

export function createPlatformClock(localNow: () => number = Date.now): MeasuredClock {
  let skew: number | undefined
  return {
    now: () => new Date(localNow() + (skew !== undefined && Math.abs(skew) >= ignoredSkewMs ? skew : 0)),
    skewMs: () => skew,
    measure: ({ sentAt, receivedAt, date }) => {
      const roundTripMs = receivedAt - sentAt
      if (roundTripMs < 0 || roundTripMs > longestRoundTripMs) return
      // Date is cut to the second: on average it was half a second later.
      skew = Math.round(date + 500 - (sentAt + receivedAt) / 2)
    },
    forget: () => {
      skew = undefined
    },
  }
}
