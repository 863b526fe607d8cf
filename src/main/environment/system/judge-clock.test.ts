import { expect, it } from 'vitest'
import { judgeClock } from './judge-clock.ts'

const skew = (seconds: number, reason: string) => ({ code: 'renewal.clockSkew', details: { seconds, reason } })
const off = (seconds: number, reason: string) => ({ code: 'environment.clockOff', details: { seconds, reason } })

it.each([
  [undefined, { state: 'unknown' }],
  [0, { state: 'ok' }],
  [10_000, { state: 'ok' }],
  [-10_000, { state: 'ok' }],
  [10_001, { state: 'attention', failure: off(10, 'behind') }],
  [-119_600, { state: 'attention', failure: off(120, 'ahead') }],
  [120_000, { state: 'attention', failure: off(120, 'behind') }],
  [120_001, { state: 'blocked', failure: skew(120, 'behind') }],
  [-3_600_000, { state: 'blocked', failure: skew(3600, 'ahead') }],
  [10 * 365 * 86_400_000, { state: 'blocked', failure: skew(315_360_000, 'behind') }],
])('platform minus computer %s ms is %j', (skewMs, judgement) => {
  expect(judgeClock(skewMs)).toEqual(judgement)
})
