import { setTimeout as delay } from 'node:timers/promises'
import type { ErrorCode } from '../../shared/error-codes.ts'
import type { Attempt, PlatformFailure } from './platform-failure.ts'

/** Ends after `ms`, or rejects when the signal does. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>

/** When a request may be sent again: it is harmless, it has certainly not been done, or never. */
export type Repeats = 'always' | 'unless-done' | 'never'

export interface RepeatRules {
  readonly repeats: Repeats
  readonly sleep: Sleep
  /** 0 to 1, as Math.random. */
  readonly random: () => number
  readonly signal?: AbortSignal | undefined
}

const mostRepeats = 2
const firstPauseMs = 250
/** A longer wait is the caller's to show (details.retryAfterSeconds), not ours to hide. */
const longestWaitMs = 5000

export const sleep: Sleep = async (ms, signal) => {
  await delay(ms, undefined, signal === undefined ? {} : { signal })
}

/** Sends, and sends again where the rules allow it: at most twice more, with a growing pause or the platform's Retry-After. */
export async function withRepeats(send: () => Promise<Attempt>, rules: RepeatRules): Promise<Attempt> {
  let mayHaveActed = false
  for (let repeat = 0; ; repeat += 1) {
    const attempt = await send()
    if (attempt.ok) return attempt
    const failure = rememberingDoubt(attempt.failure, mayHaveActed)
    mayHaveActed = failure.outcome === 'unknown'
    const waitMs = pause(failure, repeat, rules.random)
    const isLast = repeat === mostRepeats || waitMs > longestWaitMs || !mayRepeat(failure, rules.repeats)
    if (isLast) return { ok: false, failure }
    if (!(await slept(waitMs, rules))) return { ok: false, failure: { ...failure, code: 'platform.cancelled' } }
  }
}

function mayRepeat(failure: PlatformFailure, repeats: Repeats): boolean {
  if (repeats === 'never' || (repeats === 'unless-done' && failure.outcome === 'unknown')) return false
  return failure.mayRepeat
}

function pause(failure: PlatformFailure, repeat: number, random: () => number): number {
  const backoffMs = firstPauseMs * 2 ** repeat * (0.5 + random() / 2)
  const asked = failure.details['retryAfterSeconds']
  return typeof asked === 'number' ? Math.max(asked * 1000, backoffMs) : backoffMs
}

async function slept(ms: number, rules: RepeatRules): Promise<boolean> {
  try {
    await rules.sleep(ms, rules.signal)
    return rules.signal?.aborted !== true
  } catch (error) {
    if (rules.signal?.aborted === true) return false
    throw error
  }
}

/** Refusals that are about the moment and say nothing about what an earlier sending did. */
const momentary: readonly ErrorCode[] = ['platform.loginRequired', 'platform.forbidden', 'platform.rateLimited']

/** A sending that may have acted is not undone by the next one failing; only a refusal of this very request settles it. */
function rememberingDoubt(failure: PlatformFailure, mayHaveActed: boolean): PlatformFailure {
  if (!mayHaveActed) return failure
  const settled = failure.outcome === 'refused' && !momentary.includes(failure.code)
  return settled ? failure : { ...failure, outcome: 'unknown' }
}
