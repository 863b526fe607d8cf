import { afterSnoozing, afterTelling, dueReminder } from '../../shared/reminders/due-reminder.ts'
import { pauseUntilNextLook } from '../../shared/reminders/next-look.ts'
import { nearestEnd, type RememberedCertificate } from '../../shared/reminders/remembered.ts'
import type { ReminderDay } from '../../shared/reminders/thresholds.ts'
import { noticeOf, trayView, type Telling } from './notice.ts'
import type { Outside, ReminderAction, ReminderClock, TrayChoice } from './ports.ts'
import type { ReminderMemory } from './reminder-memory.ts'
import type { ReminderWords } from './texts.ts'

interface Parts {
  readonly memory: ReminderMemory
  readonly outside: Outside
  readonly clock: ReminderClock
  readonly words: () => ReminderWords
  /** Is a token being written to? Then nobody is called away. */
  readonly isWriting: () => boolean
  /** The user wants to renew this one. */
  readonly asked: (certificate: RememberedCertificate | undefined) => void
}

export interface ReminderWatch {
  /** Shows what is due, and the tray as it is now. Whoever learns of something calls it; it also calls itself. */
  look(): void
  stop(): void
}

/** After a long absence an office with many keys is told of three at a time; the others follow at the next looks. */
const mostAtOnce = 3

export function watchReminders(parts: Parts): ReminderWatch {
  const { memory, outside, clock, isWriting } = parts
  let cancel = () => undefined as unknown
  const telling = (): Telling => ({ now: clock.now(), timeZone: clock.timeZone?.(), words: parts.words() })
  const tell = createTelling(parts, telling)
  const showTray = createTray(parts, telling)
  const look = () => {
    cancel()
    const { now, timeZone } = telling()
    showTray()
    const { certificates, isOn } = memory.read()
    const due = certificates.flatMap((certificate) => {
      const days = dueReminder(certificate, { now, timeZone, isOn })
      return days === undefined ? [] : [{ certificate, days }]
    })
    if (!isWriting()) for (const { certificate, days } of due.slice(0, mostAtOnce)) tell(certificate, days)
    cancel = clock.after(pauseUntilNextLook(now, timeZone), look)
  }
  return {
    look,
    stop: () => {
      cancel()
      outside.tray.remove()
    },
  }
}

/** Shows a reminder and remembers that; one that is on its way is not shown twice. */
function createTelling(parts: Parts, telling: () => Telling) {
  const { memory, outside, clock } = parts
  const underWay = new Set<string>()
  return (certificate: RememberedCertificate, days: ReminderDay) => {
    const name = `${certificate.fingerprint} ${days}`
    if (underWay.has(name)) return
    underWay.add(name)
    const act = (action: ReminderAction) => answer(parts, certificate, { action, days })
    void outside.notifier.show(noticeOf(certificate, days, telling()), act).then((isShown) => {
      if (isShown) change(memory, certificate, (known) => afterTelling(known, days, clock.now()))
      underWay.delete(name)
    })
  }
}

function answer(
  { memory, outside, clock, isWriting, asked }: Parts,
  { fingerprint }: RememberedCertificate,
  { action, days }: { readonly action: ReminderAction; readonly days: ReminderDay },
): void {
  const known = memory.read().certificates.find((one) => one.fingerprint === fingerprint)
  if (action === 'snooze') {
    if (known !== undefined) change(memory, known, (state) => afterSnoozing(state, days, clock.now()))
    return
  }
  outside.showWindow()
  // The page stays with the renewal that is under way.
  if (!isWriting()) asked(known)
}

function change(
  memory: ReminderMemory,
  { fingerprint }: RememberedCertificate,
  to: (known: RememberedCertificate) => RememberedCertificate,
): void {
  memory.keep(({ certificates }) => ({
    certificates: certificates.map((one) => (one.fingerprint === fingerprint ? withTold(to(one)) : one)),
  }))
}

/** The file's own arrays are writable. */
function withTold(certificate: RememberedCertificate) {
  return { ...certificate, told: [...certificate.told] }
}

/** Drawn anew only when it says something else. */
function createTray({ memory, outside, isWriting, asked }: Parts, telling: () => Telling): () => void {
  let shown = ''
  const choose = (choice: TrayChoice) => {
    if (choice === 'quit') {
      outside.leave()
      return
    }
    outside.showWindow()
    if (choice === 'renew' && !isWriting()) asked(nearestEnd(memory.read().certificates, telling().now))
  }
  return () => {
    const view = trayView(memory.read().certificates, telling())
    const text = JSON.stringify(view)
    if (text === shown) return
    shown = text
    outside.tray.show(view, choose)
  }
}
