import { expect, test } from 'vitest'
import { renewedNotAfter } from './renewal-period.ts'

const date = (text: string) => new Date(`${text}T08:30:00Z`)
const end = (oldNotAfter: string, now: string, months = 12, limit = '2050-01-01') =>
  renewedNotAfter({ oldNotAfter: date(oldNotAfter), now: date(now), months, limit: date(limit) })

test.each([
  ['2026-12-20', '2026-11-23', 12, '2027-12-20'],
  ['2026-11-11', '2026-11-23', 12, '2027-11-23'],
  ['2028-02-29', '2028-02-01', 12, '2029-02-28'],
  ['2027-01-31', '2027-01-01', 1, '2027-02-28'],
  ['2026-12-31', '2026-12-01', 2, '2027-02-28'],
])('from an end at %s, asked on %s, %i months lead to %s', (old, now, months, expected) => {
  expect(end(old, now, months)).toEqual(date(expected))
})

test('nothing outlives the authority', () => {
  expect(end('2026-12-20', '2026-11-23', 12, '2027-06-01')).toEqual(date('2027-06-01'))
})
