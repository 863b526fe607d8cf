import { isCalendarKnown, isWorkingDay, type ChinaDay } from './working-days.ts'

/** China is eight hours ahead of UTC, all of it, all year (since 1991). */
const chinaOffsetMs = 8 * 3_600_000
const dayMs = 86_400_000
const openingHour = 9
const closingHour = 17

export interface UsableBy {
  readonly at: Date
  /** A year whose holidays are not known was passed on the way. */
  readonly isApproximate: boolean
}

/**
 * One working day after a moment: eight hours of work, from nine to five in China. Within them it is the same time of the
 * next working day, before and after them the end of the next one that is whole.
 */
export function usableBy(completedAt: Date): UsableBy {
  const first = chinaDay(completedAt)
  const hour = hourOf(completedAt)
  if (isWorkingDay(first) && hour < openingHour) return by(first, first, closing)
  const next = nextWorkingDay(first)
  const isAtWork = isWorkingDay(first) && hour < closingHour
  return by(first, next, isAtWork ? (day) => new Date(startOf(day) + timeOfDay(completedAt)) : closing)
}

function by(first: ChinaDay, last: ChinaDay, at: (day: ChinaDay) => Date): UsableBy {
  return { at: at(last), isApproximate: ![first, last].every(isCalendarKnown) }
}

function closing(day: ChinaDay): Date {
  return new Date(startOf(day) + closingHour * 3_600_000)
}

function nextWorkingDay(day: ChinaDay): ChinaDay {
  const next = chinaDay(new Date(startOf(day) + dayMs))
  return isWorkingDay(next) ? next : nextWorkingDay(next)
}

function chinaDay(moment: Date): ChinaDay {
  const there = new Date(moment.getTime() + chinaOffsetMs)
  return { year: there.getUTCFullYear(), month: there.getUTCMonth() + 1, day: there.getUTCDate() }
}

/** Midnight in China, in ms since 1970. */
function startOf({ year, month, day }: ChinaDay): number {
  return Date.UTC(year, month - 1, day) - chinaOffsetMs
}

function timeOfDay(moment: Date): number {
  return moment.getTime() - startOf(chinaDay(moment))
}

function hourOf(moment: Date): number {
  return timeOfDay(moment) / 3_600_000
}
