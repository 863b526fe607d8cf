/**
 * The one file that knows where the calendar of China's working days comes from: the data of chinese-days, made of the
 * State Council's yearly notices (放假调休安排). Its functions are not used: they read a day in this computer's zone, and
 * west of Greenwich that is the day before.
 */
import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' }

/** A day in China, whatever zone this computer is in. */
export interface ChinaDay {
  readonly year: number
  /** From 1. */
  readonly month: number
  readonly day: number
}

/** 全国年节及纪念日放假办法 (2025): the days off that need no notice, as they are the same in each year's calendar. */
const fixedHolidays: readonly string[] = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']
const knownYears = new Set(Object.keys(calendar.holidays).map((date) => date.slice(0, 4)))

/** Is it a working day? Of a year without a notice: Monday to Friday, but for the holidays that never move. */
export function isWorkingDay(day: ChinaDay): boolean {
  const date = textOf(day)
  if (Object.hasOwn(calendar.workdays, date)) return true
  return !isWeekend(day) && !Object.hasOwn(calendar.holidays, date) && !fixedHolidays.includes(date.slice(5))
}

/** Is the notice for that year known? It comes out in November of the year before. */
export function isCalendarKnown({ year }: Pick<ChinaDay, 'year'>): boolean {
  return knownYears.has(String(year))
}

function isWeekend({ year, month, day }: ChinaDay): boolean {
  return [0, 6].includes(new Date(Date.UTC(year, month - 1, day)).getUTCDay())
}

function textOf({ year, month, day }: ChinaDay): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}
