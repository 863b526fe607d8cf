/** Days as a calendar counts them, in the zone that the user lives in; a zone is an IANA name, left out this computer's. */

const dayMs = 86_400_000

interface CalendarDay {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
}

/** The day that an instant falls on. */
export function calendarDay(instant: Date, timeZone?: string): CalendarDay {
  if (timeZone === undefined) {
    return { year: instant.getFullYear(), month: instant.getMonth() + 1, day: instant.getDate() }
  }
  const parts = dayFormat(timeZone).formatToParts(instant)
  const numberOf = (type: 'year' | 'month' | 'day') => Number(parts.find((part) => part.type === type)?.value)
  return { year: numberOf('year'), month: numberOf('month'), day: numberOf('day') }
}

/** Days between now and an instant, as calendars count: 1 for any hour of tomorrow, 0 today, -1 yesterday. */
export function calendarDaysUntil(instant: Date, now: Date, timeZone?: string): number {
  return (startInUtc(calendarDay(instant, timeZone)) - startInUtc(calendarDay(now, timeZone))) / dayMs
}

/** The first instant of the next day. A clock that is turned at midnight makes a day of 23 to 25 hours. */
export function nextDayStart(now: Date, timeZone?: string): Date {
  const isLater = (ms: number) => calendarDaysUntil(new Date(ms), now, timeZone) > 0
  let [before, after] = [now.getTime(), now.getTime() + dayMs + 2 * 3_600_000]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (isLater(middle)) after = middle
    else before = middle
  }
  return new Date(after)
}

/** Not by Date.UTC(year, …), which takes the years 0 to 99 for 1900 to 1999. */
function startInUtc({ year, month, day }: CalendarDay): number {
  return new Date(0).setUTCFullYear(year, month - 1, day)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making one takes as long as using it a hundred times. */
function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    ...{ timeZone, year: 'numeric', month: 'numeric', day: 'numeric' },
  })
  formats.set(timeZone, made)
  return made
}
