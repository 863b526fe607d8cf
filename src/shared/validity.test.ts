import { describe, expect, it } from 'vitest'
import { certificateStatus, daysSince, daysUntil, elapsedShare } from './validity.ts'

const day = 86_400_000
const notBefore = new Date('2026-01-01T00:00:00Z')
const notAfter = new Date('2027-01-01T00:00:00Z')
const present = { notBefore, notAfter, key: 'present', standing: 'verified' } as const
const before = (instant: Date, ms: number) => new Date(instant.getTime() - ms)
const after = (instant: Date, ms: number) => before(instant, -ms)

describe('status', () => {
  it.each([
    ['a millisecond before the start', before(notBefore, 1), 'not-yet-valid'],
    ['in the second of the start', notBefore, 'valid'],
    ['more than 90 days before the end', before(notAfter, 90 * day + 1), 'valid'],
    ['90 days before the end', before(notAfter, 90 * day), 'expiring'],
    ['a second before the end', before(notAfter, 1000), 'expiring'],
    ['in the second of the end', notAfter, 'expiring'],
    ['a millisecond after the end', after(notAfter, 1), 'expired'],
    ['years after the end', after(notAfter, 9999 * day), 'expired'],
  ])('%s is right', (_name, now, status) => {
    expect(certificateStatus(present, now)).toBe(status)
  })

  it.each([
    [before(notBefore, 1), 'not-yet-valid'],
    [notBefore, 'no-private-key'],
    [notAfter, 'no-private-key'],
    [after(notAfter, 1), 'expired'],
  ])('at %s without a key is %s: dates come first', (now, status) => {
    expect(certificateStatus({ ...present, key: 'missing' }, now)).toBe(status)
  })

  it('does not call a key missing that does not show', () => {
    expect(certificateStatus({ ...present, key: 'unknown' }, notBefore)).toBe('valid')
  })

  it.each([
    ['verified', notBefore, 'valid'],
    ['unverified', notBefore, 'in-period'],
    [undefined, notBefore, 'in-period'],
    ['untrusted', notBefore, 'untrusted'],
    ['revoked', notBefore, 'revoked'],
    ['unverified', notAfter, 'expiring'],
    ['untrusted', notAfter, 'untrusted'],
    ['untrusted', after(notAfter, 1), 'expired'],
    ['untrusted', before(notBefore, 1), 'not-yet-valid'],
    ['revoked', after(notAfter, 1), 'revoked'],
    ['revoked', before(notBefore, 1), 'revoked'],
  ] as const)('of one that is %s is at %s %s', (standing, now, status) => {
    const given = { notBefore, notAfter, key: 'present', ...(standing === undefined ? {} : { standing }) } as const
    expect(certificateStatus(given, now)).toBe(status)
  })

  it('without a key is not 正常, whoever has issued it; a broken chain is said before', () => {
    expect(certificateStatus({ ...present, key: 'missing' }, notBefore)).toBe('no-private-key')
    expect(certificateStatus({ ...present, key: 'missing', standing: 'untrusted' }, notBefore)).toBe('untrusted')
  })

  it('is expired when the end comes before the start', () => {
    expect(certificateStatus({ ...present, notBefore: notAfter, notAfter: notBefore }, after(notBefore, day))).toBe(
      'expired',
    )
  })
})

it.each([
  [before(notAfter, 2 * day), 2],
  [before(notAfter, day + 1), 2],
  [before(notAfter, day), 1],
  [before(notAfter, 1), 1],
  [notAfter, 0],
  [after(notAfter, day), -1],
])('counts the days left up: at %s it is %i', (now, days) => {
  expect(daysUntil(notAfter, now)).toBe(days)
})

it('counts no day left from the end on', () => {
  expect(daysUntil(notAfter, after(notAfter, 1))).toBeCloseTo(0)
})

it.each([
  [notAfter, 0],
  [after(notAfter, day - 1), 0],
  [after(notAfter, day), 1],
  [after(notAfter, 12.5 * day), 12],
])('counts the days passed down: at %s it is %i', (now, days) => {
  expect(daysSince(notAfter, now)).toBe(days)
})

it.each([
  [before(notBefore, day), 0],
  [notBefore, 0],
  [new Date((notBefore.getTime() + notAfter.getTime()) / 2), 0.5],
  [notAfter, 1],
  [after(notAfter, day), 1],
])('has passed at %s by the share %f', (now, share) => {
  expect(elapsedShare(present, now)).toBe(share)
})

it('has passed wholly when there is no time between start and end', () => {
  expect(elapsedShare({ notBefore: notAfter, notAfter }, notBefore)).toBe(1)
})
