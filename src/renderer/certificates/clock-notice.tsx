import type { Failure } from '../../shared/failure.ts'
import { useClock } from '../components/clock-store.ts'
import { FailureNotice } from '../components/failure-notice.tsx'

/** From here on a renewal is not begun either. */
const longestSkewMs = 120_000

/** Says that it is the computer's clock that is wrong, so that nobody doubts the certificates. */
export function ClockNotice() {
  const aheadMs = useClock((state) => state.aheadMs)
  if (Math.abs(aheadMs) <= longestSkewMs) return null
  const details = { seconds: Math.round(Math.abs(aheadMs) / 1000), reason: aheadMs < 0 ? 'ahead' : 'behind' }
  const failure: Failure = { code: 'renewal.clockSkew', details }
  return <FailureNotice failure={failure} tone="warn" />
}
