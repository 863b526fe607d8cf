import { expect, it } from 'vitest'
import { parseHttpDate, parseRetryAfter } from './retry-after.ts'

const now = Date.parse('2026-11-23T08:00:00Z')

it.each([
  ['0', 0],
  ['5', 5],
  [' 7 ', 7],
  ['3000000', 604_800],
  ['999999999999999', 604_800],
  ['Mon, 23 Nov 2026 08:00:09 GMT', 9],
  ['Mon, 23 Nov 2026 07:00:00 GMT', 0],
  ['Mon, 23 Nov 2099 07:00:00 GMT', 604_800],
])('reads Retry-After %j as %i seconds', (text, seconds) => {
  expect(parseRetryAfter(text, now)).toBe(seconds)
})

it.each([undefined, '', '-1', '1.5', '1e3', '0x10', 'soon', '2026-11-23', '9'.repeat(400)])(
  'has no opinion on Retry-After %j',
  (text) => {
    expect(parseRetryAfter(text, now)).toBeUndefined()
  },
)

it('reads only the preferred form of an HTTP date', () => {
  expect([
    parseHttpDate('Mon, 23 Nov 2026 08:00:00 GMT'),
    parseHttpDate('2026-11-23T08:00:00Z'),
    parseHttpDate('Mon, 99 Nov 2026 08:00:00 GMT'),
    parseHttpDate(undefined),
  ]).toEqual([now, undefined, undefined, undefined])
})
