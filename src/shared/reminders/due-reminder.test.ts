import { describe, expect, it } from 'vitest'
import { afterSnoozing, afterTelling, canMute, canSnooze, dueReminder, type ReminderState } from './due-reminder.ts'
import type { ReminderDay } from './thresholds.ts'

const timeZone = 'Asia/Shanghai'
const notAfter = '2026-12-20T01:30:00.000Z'
const fresh: ReminderState = { notAfter, told: [], isMuted: false }
/** At this hour of Shanghai. */
const at = (day: string, time = '09:00') => new Date(`${day}T${time}:00+08:00`)
const due = (state: ReminderState, now: Date, isOn = true) => dueReminder(state, { now, timeZone, isOn })
const toldAt = (days: ReminderDay, day: string) => afterTelling(fresh, days, at(day))

describe('a reminder', () => {
  it.each([
    ['2026-09-20', undefined],
    ['2026-09-21', 90],
    ['2026-10-21', 60],
    ['2026-11-20', 30],
    ['2026-12-05', 15],
    ['2026-12-12', 15],
    ['2026-12-13', 7],
    ['2026-12-17', 3],
    ['2026-12-19', 1],
    ['2026-12-20', 0],
    ['2027-02-01', 0],
  ] as const)('on %s is the newest whose day has come: %s', (day, days) => {
    expect([due(fresh, at(day, '00:00')), due(fresh, at(day, '23:59'))]).toEqual([days, days])
  })

  it('is shown once, and the next one on its own day', () => {
    const told = toldAt(30, '2026-11-20')
    expect(due(told, at('2026-11-20', '09:01'))).toBeUndefined()
    expect(due(told, at('2026-12-04'))).toBeUndefined()
    expect(due(told, at('2026-12-05'))).toBe(15)
  })

  it('that is older than one that was shown does not come when the clock goes back', () => {
    expect(due(toldAt(3, '2026-12-17'), at('2026-12-16', '12:00'))).toBeUndefined()
  })

  it('comes although a clock that stood in the next year has shown it', () => {
    const told = toldAt(0, '2028-01-01')
    expect([due(told, at('2026-12-19')), due(told, at('2026-12-20'))]).toEqual([1, 0])
    expect(due(told, at('2028-01-02'))).toBeUndefined()
  })

  it('waits for the platform to renew, but not in the last days', () => {
    const late = { ...fresh, renewableFrom: at('2026-12-01', '10:00').toISOString() }
    expect([due(late, at('2026-11-25')), due(late, at('2026-12-01', '10:00'))]).toEqual([undefined, 30])
    expect(due({ ...late, renewableFrom: at('2026-12-19').toISOString() }, at('2026-12-13'))).toBe(7)
  })
})

describe('silence', () => {
  it.each([
    ['for one', { ...fresh, isMuted: true }, true],
    ['for all', fresh, false],
  ])('%s ends with the last days', (_what, state, isOn) => {
    expect(['2026-11-20', '2026-12-12', '2026-12-13', '2026-12-20'].map((day) => due(state, at(day), isOn))).toEqual([
      undefined,
      undefined,
      7,
      0,
    ])
  })

  it('can be asked for until then', () => {
    const may = (day: string) => canMute(fresh, { now: at(day), timeZone })
    expect(['2026-01-01', '2026-12-12', '2026-12-13', '2027-01-01'].map(may)).toEqual([true, true, false, false])
  })
})

describe('a reminder that is put off', () => {
  const told = toldAt(7, '2026-12-14')
  const snoozed = afterSnoozing(told, 7, at('2026-12-14', '22:00'))

  it('comes again on the next day, once', () => {
    expect(due(snoozed, at('2026-12-14', '23:59'))).toBeUndefined()
    expect(due(snoozed, at('2026-12-15', '00:00'))).toBe(7)
    const again = afterTelling(snoozed, 7, at('2026-12-15'))
    expect([due(again, at('2026-12-16')), canSnooze(again, 7), canSnooze(again, 3)]).toEqual([undefined, false, true])
    expect(afterSnoozing(again, 7, at('2026-12-15'))).toBe(again)
  })

  it('gives way to the next one', () => {
    expect(due(snoozed, at('2026-12-17'))).toBe(3)
  })

  it('is never that of the day itself', () => {
    expect([canSnooze(told, 0), canSnooze(told, 1)]).toEqual([false, true])
  })
})
