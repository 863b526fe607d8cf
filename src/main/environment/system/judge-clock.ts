import type { CheckState } from '../../../shared/ipc/models-environment.ts'
import type { Failure } from '../../../shared/failure.ts'
import type { ClockFault } from '../../../shared/failure-words.ts'

/** Beyond this the computer's clock would make the user doubt every date that is shown. */
const longestSkewMs = 120_000
/** Up to this nobody notices, and a clock that sets itself gets there again. */
const usualSkewMs = 10_000

interface ClockJudgement {
  readonly state: Exclude<CheckState, 'not-applicable'>
  readonly failure?: Failure
}

/**
 * The computer's clock by the platform's: the one judgement, of the gate and of 环境检测. Codes renewal.clockSkew
 * (blocked) and environment.clockOff (attention), both with details.seconds and details.reason (ClockFault).
 *
 * @param skewMs platform minus computer; undefined where no answer of the platform speaks for this moment
 */
export function judgeClock(skewMs: number | undefined): ClockJudgement {
  if (skewMs === undefined) return { state: 'unknown' }
  const apartMs = Math.abs(skewMs)
  if (apartMs <= usualSkewMs) return { state: 'ok' }
  const reason: ClockFault = skewMs < 0 ? 'ahead' : 'behind'
  const details = { seconds: Math.round(apartMs / 1000), reason }
  return apartMs <= longestSkewMs
    ? { state: 'attention', failure: { code: 'environment.clockOff', details } }
    : { state: 'blocked', failure: { code: 'renewal.clockSkew', details } }
}
