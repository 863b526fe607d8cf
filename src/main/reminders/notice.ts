import { calendarDaysUntil } from '../../shared/format/calendar-days.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
import { canSnooze } from '../../shared/reminders/due-reminder.ts'
import { nearestEnd, type RememberedCertificate } from '../../shared/reminders/remembered.ts'
import { lastDays, type ReminderDay } from '../../shared/reminders/thresholds.ts'
import type { Notice, TrayView } from './ports.ts'
import type { ReminderWords } from './texts.ts'

/** When and in which words something is told. */
export interface Telling {
  readonly now: Date
  readonly timeZone?: string | undefined
  readonly words: ReminderWords
}

/** The notification about one certificate. */
export function noticeOf(certificate: RememberedCertificate, reminder: ReminderDay, telling: Telling): Notice {
  const { words, now } = telling
  const end = new Date(certificate.notAfter)
  const about = { ...certificate, end: localDateTime(end) }
  const hasEnded = end < now
  return {
    title: lineOf(certificate, telling),
    body: hasEnded ? words.repair(about) : words.renewal(about),
    actions: [
      { name: 'renew', text: hasEnded ? words.repairNow : words.renew },
      ...(canSnooze(certificate, reminder) ? [{ name: 'snooze' as const, text: words.snooze }] : []),
    ],
    isUrgent: reminder <= lastDays,
  }
}

/** The tray: the end that comes next, the way to its renewal, and the program. */
export function trayView(certificates: readonly RememberedCertificate[], telling: Telling): TrayView {
  const { words, now } = telling
  const nearest = nearestEnd(certificates, now)
  const line = nearest === undefined ? words.nothing : lineOf(nearest, telling)
  const action = nearest !== undefined && new Date(nearest.notAfter) < now ? words.repairNow : words.renew
  return {
    tooltip: `${words.program}\n${line}`,
    items: [
      { text: line },
      { text: words.open, choice: 'open' },
      ...(nearest === undefined || !canBeRenewed(nearest, now) ? [] : [{ text: action, choice: 'renew' as const }]),
      { text: words.quit, choice: 'quit' },
    ],
  }
}

function lineOf({ holder, notAfter }: RememberedCertificate, { words, now, timeZone }: Telling): string {
  return words.line(holder, calendarDaysUntil(new Date(notAfter), now, timeZone))
}

/** As far as the platform has said: it may begin later. */
function canBeRenewed({ renewableFrom }: RememberedCertificate, now: Date): boolean {
  return renewableFrom === undefined || new Date(renewableFrom) <= now
}
