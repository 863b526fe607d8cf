import { Refusal, secondsUntil } from '../http/problem.ts'
import type { Platform } from '../platform.ts'

const minuteMs = 60_000

/** Counts a call of an operation that is limited by the minute. Errors: rate.limited. */
export function takeTurn({ state, clock, settings }: Platform, kind: keyof Platform['settings']['perMinute']): void {
  const now = clock.now()
  // By distance: a clock that was set back must not leave calls of the future behind.
  const recent = state.recentCalls[kind].filter((at) => Math.abs(now - at) < minuteMs)
  const oldest = recent.at(-settings.perMinute[kind])
  if (oldest !== undefined) {
    throw new Refusal('rate.limited', { retryAfterSeconds: secondsUntil(oldest + minuteMs, now) })
  }
  state.recentCalls[kind] = [...recent, now]
}
