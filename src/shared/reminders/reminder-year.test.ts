/** A certificate's last year and what comes after it, seen by a computer that sleeps, travels, restarts and has a clock. */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { calendarDaysUntil } from '../format/calendar-days.ts'
import { afterSnoozing, afterTelling, dueReminder, type ReminderState } from './due-reminder.ts'
import { lastDays, reachedReminder, type ReminderDay } from './thresholds.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const end = Date.parse('2026-12-20T01:30:00Z')
const zones = ['Asia/Shanghai', 'UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Africa/Cairo', 'Asia/Kolkata']

interface Look {
  /** Until this look, in ms: a quarter of an hour, or the sleep of weeks. */
  readonly afterMs: number
  readonly timeZone: string
  /** By how much the clock is wrong, in ms. */
  readonly wrongMs: number
  readonly restarts: boolean
  readonly snoozes: boolean
}

const pause = fc.oneof(
  fc.integer({ min: 1, max: 15 * 60_000 }),
  fc.integer({ min: hourMs, max: 20 * hourMs }),
  fc.integer({ min: dayMs, max: 60 * dayMs }),
)
const correction = fc.oneof(fc.constant(0), fc.integer({ min: -11 * hourMs, max: 11 * hourMs }))
/** A battery that has run out, or a year that was typed wrong. */
const wild = fc.integer({ min: 400, max: 4000 }).chain((days) => fc.constantFrom(-days * dayMs, days * dayMs))

function looks(wrong: fc.Arbitrary<number>): fc.Arbitrary<readonly Look[]> {
  const look = fc.record({
    ...{ afterMs: pause, timeZone: fc.constantFrom(...zones), wrongMs: wrong },
    ...{ restarts: fc.boolean(), snoozes: fc.boolean() },
  })
  return fc.array(look, { minLength: 1, maxLength: 80, size: 'max' })
}

interface Shown {
  readonly days: ReminderDay
  readonly look: Look
  readonly now: Date
}

/** What is shown at these looks, from a year before the end on. */
function shownAt(all: readonly Look[], { state = fresh, isOn = true, snoozes = false } = {}) {
  const shown: Shown[] = []
  let [known, time] = [state, end - 365 * dayMs]
  for (const look of all) {
    time += look.afterMs
    if (look.restarts) known = JSON.parse(JSON.stringify(known)) as ReminderState
    const now = new Date(time + look.wrongMs)
    const days = dueReminder(known, { now, timeZone: look.timeZone, isOn })
    if (days === undefined) continue
    shown.push({ days, look, now })
    known = afterTelling(known, days, now)
    if (snoozes && look.snoozes) known = afterSnoozing(known, days, now)
  }
  return { shown, known, end: new Date(time) }
}

const fresh: ReminderState = { notAfter: new Date(end).toISOString(), told: [], isMuted: false }
const leftAt = ({ now, look }: Shown) => calendarDaysUntil(new Date(end), now, look.timeZone)
const daysOf = (shown: readonly Shown[]) => shown.map(({ days }) => days)
const falling = (days: readonly number[]) => days.every((one, index) => index === 0 || one < (days[index - 1] ?? 0))
// Making a year of looks smaller takes longer than reading one.
const runs = { numRuns: 200, endOnFailure: true }

it('shows each reminder once at most, the newest only, and never an older one later', () => {
  fc.assert(
    fc.property(looks(correction), (all) => {
      const { shown } = shownAt(all)
      expect(falling(daysOf(shown))).toBe(true)
      for (const one of shown) expect(one.days).toBe(reachedReminder(leftAt(one)))
    }),
    runs,
  )
})

it('loses none: whenever it looks, what has been reached was shown, and the last one also after the end', () => {
  fc.assert(
    fc.property(looks(fc.constant(0)), (all) => {
      const { shown, end: last } = shownAt(all)
      const zone = all.at(-1)?.timeZone
      const reached = reachedReminder(calendarDaysUntil(new Date(end), last, zone))
      // A zone to the west may have one day more again.
      expect(daysOf(shown).at(-1) ?? 91).toBeLessThanOrEqual(reached ?? 91)
      if (last.getTime() > end + dayMs) expect(daysOf(shown).at(-1)).toBe(0)
    }),
    runs,
  )
})

it('shows the same whether the clock was out of its mind in between or not', () => {
  const sometimesWild = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: wild })
  fc.assert(
    fc.property(looks(sometimesWild), (all) => {
      const { shown } = shownAt(all)
      const honest = shown.filter(({ look }) => look.wrongMs === 0)
      const calm = shownAt(all.map((look) => ({ ...look, wrongMs: 0 }))).shown
      // Looks that were wild may have been the first of their day: what they missed the next right one shows.
      expect(falling(daysOf(honest))).toBe(true)
      expect(new Set(daysOf(honest).filter((days) => !daysOf(calm).includes(days)))).toEqual(new Set())
      const lastRight = all.findLast((look) => look.wrongMs === 0)
      if (lastRight !== undefined && lastRight === all.at(-1)) expect(daysOf(honest).at(-1)).toBe(daysOf(calm).at(-1))
    }),
    runs,
  )
})

it('shows a reminder that is put off once more, on a later day', () => {
  fc.assert(
    fc.property(looks(fc.constant(0)), (all) => {
      const { shown } = shownAt(all, { snoozes: true })
      for (const days of new Set(daysOf(shown))) {
        const [first, second, ...more] = shown.filter((one) => one.days === days)
        expect(more).toEqual([])
        if (first === undefined || second === undefined) continue
        expect(first.look.snoozes && days > 0).toBe(true)
        expect(calendarDaysUntil(first.now, second.now, second.look.timeZone)).toBeLessThan(0)
      }
    }),
    runs,
  )
})

it('keeps silence above the last days and never in them', () => {
  fc.assert(
    fc.property(looks(fc.constant(0)), fc.boolean(), (all, isOn) => {
      const { shown } = shownAt(all, { isOn, state: { ...fresh, isMuted: isOn } })
      const usual = shownAt(all).shown
      expect(daysOf(shown)).toEqual(daysOf(usual).filter((days) => days <= lastDays))
    }),
    runs,
  )
})
