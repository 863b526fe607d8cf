import { calendarDay } from '../../shared/format/calendar-days.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
import type { RememberedCertificate } from '../../shared/reminders/remembered.ts'
import { reminderDays } from '../../shared/reminders/thresholds.ts'
import type { Telling } from './notice.ts'

const hourSeconds = 3600
const daySeconds = 24 * hourSeconds
/** Calendars ring on the days of the reminders, when offices have opened. */
const ringingHour = 9

/**
 * A calendar (iCalendar, RFC 5545) with one event for each certificate that has not ended: the whole local day of its end,
 * with an alarm for each reminder. Opened again it changes the events that are there: their UIDs are the fingerprints.
 */
export async function reminderCalendar(
  certificates: readonly RememberedCertificate[],
  { now, timeZone, words }: Telling,
): Promise<string> {
  // Read when it is asked for: it costs the start nothing.
  const { default: ical, ICalAlarmRelatesTo, ICalAlarmType } = await import('ical-generator')
  const calendar = ical({ name: words.calendar.name, prodId: { company: 'CertUserTool', product: 'reminders' } })
  for (const certificate of certificates.filter(({ notAfter }) => new Date(notAfter) >= now)) {
    const { fingerprint, holder, notAfter } = certificate
    const end = new Date(notAfter)
    const { year, month, day } = calendarDay(end, timeZone)
    const summary = words.calendar.summary(holder)
    const event = calendar.createEvent({
      id: `${fingerprint}@cert-user-tool`,
      // A date without a zone: the library takes it as it stands in UTC.
      start: new Date(Date.UTC(year, month - 1, day)),
      allDay: true,
      stamp: now,
      summary,
      description: words.renewal({ ...certificate, end: localDateTime(end) }),
    })
    for (const days of reminderDays) {
      const trigger = days * daySeconds - ringingHour * hourSeconds
      // Said apart: the library hears it only so, and would count what comes after the start from the end of the day.
      event
        .createAlarm({ type: ICalAlarmType.display, description: summary, trigger })
        .relatesTo(ICalAlarmRelatesTo.start)
    }
  }
  return calendar.toString()
}
