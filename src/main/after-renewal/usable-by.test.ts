import { expect, it } from 'vitest'
import { usableBy } from './usable-by.ts'
import { isCalendarKnown } from './working-days.ts'

/** As a clock on a wall in China shows it. */
const inChina = (text: string) => new Date(`${text}:00+08:00`)
const shown = (moment: Date) => new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)

it.each([
  ['on a Monday morning', '2026-11-23T10:42', '2026-11-24T10:42'],
  ['on a Friday afternoon', '2026-11-27T16:59', '2026-11-30T16:59'],
  ['at the stroke of five', '2026-11-27T17:00', '2026-11-30T17:00'],
  ['late on a Monday', '2026-11-23T20:00', '2026-11-24T17:00'],
  ['before the day begins', '2026-11-23T08:59', '2026-11-23T17:00'],
  ['when it begins', '2026-11-23T09:00', '2026-11-24T09:00'],
  ['on a Saturday', '2026-11-28T10:00', '2026-11-30T17:00'],
  ['shortly after midnight on a Monday', '2026-11-23T00:30', '2026-11-23T17:00'],
  ['on the eve of 国庆', '2026-09-30T11:00', '2026-10-08T11:00'],
  ['in 国庆', '2026-10-03T11:00', '2026-10-08T17:00'],
  ['on a Friday before a Saturday that is worked (调休)', '2026-10-09T11:00', '2026-10-10T11:00'],
  ['on a Saturday that is worked (调休)', '2026-10-10T11:00', '2026-10-12T11:00'],
  ['before 春节, over a Saturday that is worked', '2026-02-13T11:00', '2026-02-14T11:00'],
  ['on the last day before 春节', '2026-02-14T15:00', '2026-02-24T15:00'],
])('a renewal %s counts one working day', (_when, completed, usable) => {
  const { at, isApproximate } = usableBy(inChina(completed))
  expect([shown(at), isApproximate]).toEqual([usable, false])
})

it('says 约 where the holidays are not known, and counts Monday to Friday but for what never moves', () => {
  const { at, isApproximate } = usableBy(inChina('2031-09-30T10:00'))
  expect([shown(at), isApproximate]).toEqual(['2031-10-06T10:00', true])
  expect(isCalendarKnown({ year: 2026 })).toBe(true)
})

it('says 约 at the turn of the last year that is known', () => {
  let year = 2026
  while (isCalendarKnown({ year: year + 1 })) year += 1
  expect(usableBy(inChina(`${year}-12-31T10:00`)).isApproximate).toBe(true)
  expect(usableBy(inChina(`${year}-12-20T10:00`)).isApproximate).toBe(false)
})
