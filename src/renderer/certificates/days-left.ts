import type { Certificate } from '../../shared/ipc/models.ts'
import { daysSince } from '../../shared/validity.ts'
import { calendarDaysUntil } from '../../shared/format/calendar-days.ts'
import { isSameLocalDay } from '../../shared/format/date-time.ts'

export type DaysLeft =
  | { readonly name: 'left' | 'ago'; readonly days: number }
  | { readonly name: 'today' | 'endedToday' }
  | { readonly name: 'startsAt'; readonly at: Date }

/** What the large figure of a card says, in the days that reminders count; undefined without dates. */
export function daysLeft({ notBefore, notAfter }: Certificate, now: Date): DaysLeft | undefined {
  if (notBefore === undefined || notAfter === undefined) return undefined
  const [start, end] = [new Date(notBefore), new Date(notAfter)]
  if (now < start) return { name: 'startsAt', at: start }
  const isLastDay = isSameLocalDay(end, now)
  if (now > end) {
    if (isLastDay) return { name: 'endedToday' }
    return { name: 'ago', days: Math.max(1, daysSince(end, now)) }
  }
  return isLastDay ? { name: 'today' } : { name: 'left', days: calendarDaysUntil(end, now) }
}
