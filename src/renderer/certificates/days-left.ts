import type { Certificate } from '../../shared/ipc/models.ts'
import { calendarDaysUntil } from '../../shared/format/calendar-days.ts'

export type DaysLeft =
  | { readonly name: 'left' | 'ago'; readonly days: number }
  | { readonly name: 'today' | 'endedToday' }
  | { readonly name: 'startsAt'; readonly at: Date }

/** What the large figure of a card says, in the days that reminders count; undefined without dates. */
export function daysLeft({ notBefore, notAfter }: Certificate, now: Date): DaysLeft | undefined {
  if (notBefore === undefined || notAfter === undefined) return undefined
  const [start, end] = [new Date(notBefore), new Date(notAfter)]
  if (now < start) return { name: 'startsAt', at: start }
  const days = calendarDaysUntil(end, now)
  if (now > end) return days === 0 ? { name: 'endedToday' } : { name: 'ago', days: -days }
  return days === 0 ? { name: 'today' } : { name: 'left', days }
}
