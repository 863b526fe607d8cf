import { calendarDaysUntil, nextDayStart } from '../format/calendar-days.ts'

/** Clocks are set and computers sleep; nothing tells of either everywhere. */
const longestPauseMs = 15 * 60_000

/** Ms until reminders are to be looked at again: when the day changes, and a quarter of an hour from now at the latest. */
export function pauseUntilNextLook(now: Date, timeZone?: string): number {
  const last = new Date(now.getTime() + longestPauseMs)
  if (calendarDaysUntil(last, now, timeZone) === 0) return longestPauseMs
  return nextDayStart(now, timeZone).getTime() - now.getTime()
}
