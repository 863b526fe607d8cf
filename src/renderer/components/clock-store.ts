import { create } from 'zustand'

/** Below this the way of an answer explains the difference; main leaves as much to the platform's rounding. */
const ignoredMs = 2000

interface ClockState {
  /** What the time that dates are judged by is ahead of this computer's clock; 0 where they agree, or nothing is known. */
  readonly aheadMs: number
  /** @param now by main's judgement, at this moment (ISO 8601); absent where it did not say */
  readonly heard: (now: string | undefined) => void
}

/** The platform's time, as main has measured it: the days left agree with the status, whatever the computer's clock says. */
export const useClock = create<ClockState>()((set) => ({
  aheadMs: 0,
  heard: (now) => {
    const aheadMs = now === undefined ? 0 : Date.parse(now) - Date.now()
    set({ aheadMs: Math.abs(aheadMs) < ignoredMs ? 0 : aheadMs })
  },
}))

/** The present in ms since 1970, for what the platform has dated. */
export function judgedNow(): number {
  return Date.now() + useClock.getState().aheadMs
}
