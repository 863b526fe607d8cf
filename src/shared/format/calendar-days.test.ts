import { expect, it } from 'vitest'
import { calendarDay, calendarDaysUntil, nextDayStart } from './calendar-days.ts'

it.each([
  ['2026-12-20T01:30:00Z', '2026-11-23T04:00:00Z', 'Asia/Shanghai', 27],
  ['2026-12-20T00:00:00Z', '2026-12-19T15:59:59Z', 'Asia/Shanghai', 1],
  ['2026-12-20T00:00:00Z', '2026-12-19T16:00:00Z', 'Asia/Shanghai', 0],
  ['2026-12-20T00:00:00Z', '2026-12-19T16:00:00Z', 'America/New_York', 0],
  ['2026-12-20T05:00:00Z', '2026-12-19T16:00:00Z', 'America/New_York', 1],
  ['2026-12-20T00:00:00Z', '2026-12-20T15:59:59Z', 'Asia/Shanghai', 0],
  ['2026-12-20T00:00:00Z', '2026-12-20T16:00:00Z', 'Asia/Shanghai', -1],
  ['2028-03-01T00:00:00Z', '2028-02-28T00:00:00Z', 'UTC', 2],
  ['9999-12-31T23:59:59Z', '9999-12-31T00:00:00Z', 'Asia/Shanghai', 1],
])('from %s, seen at %s in %s, it counts %i days', (end, now, zone, days) => {
  expect(calendarDaysUntil(new Date(end), new Date(now), zone)).toBe(days)
})

it('counts in this computer’s zone as that zone counts', () => {
  const [end, now] = [new Date(2026, 11, 20, 0, 5), new Date(2026, 10, 23, 23, 55)]
  expect(calendarDaysUntil(end, now)).toBe(27)
  expect(calendarDay(end)).toEqual({ year: 2026, month: 12, day: 20 })
})

it.each([
  ['2026-11-23T04:00:00Z', 'Asia/Shanghai', '2026-11-23T16:00:00.000Z'],
  ['2026-11-23T16:00:00Z', 'Asia/Shanghai', '2026-11-24T16:00:00.000Z'],
  // Both days on which New York turns its clocks, and a zone that turns them at midnight.
  ['2026-03-08T05:00:00Z', 'America/New_York', '2026-03-09T04:00:00.000Z'],
  ['2026-11-01T04:00:00Z', 'America/New_York', '2026-11-02T05:00:00.000Z'],
  ['2026-04-23T23:00:00Z', 'Africa/Cairo', '2026-04-24T21:00:00.000Z'],
])('after %s the next day of %s begins at %s', (now, zone, start) => {
  expect(nextDayStart(new Date(now), zone).toISOString()).toBe(start)
})
