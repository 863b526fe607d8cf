import { basename } from 'node:path'
import type { ReminderReport } from '../../shared/ipc/models-reminders.ts'
import { canMute } from '../../shared/reminders/due-reminder.ts'
import type { RememberedCertificate } from '../../shared/reminders/remembered.ts'
import { AppError } from '../app-error.ts'
import { writeSafely } from '../files/write-safely.ts'
import { reminderCalendar } from './calendar.ts'
import type { LoginItem, ReminderClock } from './ports.ts'
import type { ReminderMemory } from './reminder-memory.ts'
import type { ReminderWords } from './texts.ts'

export interface ReminderCases {
  readonly report: () => ReminderReport
  /** Codes settings.saveFailed, settings.managed; demo.fixed, where the demonstration is to stay in the tray. */
  readonly save: (preferences: {
    readonly isOn?: boolean | undefined
    readonly staysInBackground?: boolean | undefined
  }) => Promise<ReminderReport>
  /** Codes demo.fixed, reminders.loginItemFailed. */
  readonly startAtLogin: (isOn: boolean) => Promise<ReminderReport>
  /** Codes reminders.lastDays, settings.saveFailed. */
  readonly mute: (fingerprint: string, isMuted: boolean) => Promise<ReminderReport>
  /** One, or all. A key that is plugged in is remembered again when it comes the next time. Code settings.saveFailed. */
  readonly forget: (fingerprint?: string) => Promise<ReminderReport>
  /** Asks where to save. Code reminders.calendarFailed. */
  readonly saveCalendar: () => Promise<{ readonly saved: boolean; readonly fileName?: string }>
}

interface Parts {
  readonly isDemo: boolean
  readonly memory: ReminderMemory
  readonly loginItem: LoginItem
  readonly clock: ReminderClock
  readonly words: () => ReminderWords
  readonly isPluggedIn: (fingerprint: string) => boolean
  /** These are not to be taken in again while they are there. */
  readonly forgetting: (fingerprints: readonly string[]) => void
  readonly chooseSavePath: (suggestion: string) => Promise<string | undefined>
}

export function createReminderCases(parts: Parts): ReminderCases {
  const { isDemo, memory, loginItem } = parts
  const report = () => describeReminders(parts)
  return {
    report,
    save: async ({ isOn, staysInBackground }) => {
      if (isDemo && staysInBackground === true) throw new AppError('demo.fixed')
      await memory.save(() => ({
        ...(isOn === undefined ? {} : { isOn }),
        ...(staysInBackground === undefined ? {} : { staysInBackground }),
      }))
      return report()
    },
    startAtLogin: async (isOn) => {
      if (isDemo) throw new AppError('demo.fixed')
      try {
        await loginItem.change(isOn)
      } catch (cause) {
        throw new AppError('reminders.loginItemFailed', { cause })
      }
      if (loginItem.state() !== (isOn ? 'on' : 'off')) throw new AppError('reminders.loginItemFailed')
      return report()
    },
    mute: (fingerprint, isMuted) => mute(parts, fingerprint, isMuted).then(report),
    forget: async (fingerprint) => {
      const isMeant = (one: RememberedCertificate) => fingerprint === undefined || one.fingerprint === fingerprint
      parts.forgetting(
        memory
          .read()
          .certificates.filter(isMeant)
          .map((one) => one.fingerprint),
      )
      await memory.save(({ certificates }) => ({ certificates: certificates.filter((one) => !isMeant(one)) }))
      return report()
    },
    saveCalendar: () => saveCalendar(parts),
  }
}

async function mute({ memory, clock }: Parts, fingerprint: string, isMuted: boolean): Promise<void> {
  const known = memory.read().certificates.find((one) => one.fingerprint === fingerprint)
  const moment = { now: clock.now(), timeZone: clock.timeZone?.() }
  if (isMuted && known !== undefined && !canMute(known, moment)) throw new AppError('reminders.lastDays')
  await memory.save(({ certificates }) => ({
    certificates: certificates.map((one) => (one.fingerprint === fingerprint ? { ...one, isMuted } : one)),
  }))
}

function describeReminders({ isDemo, memory, loginItem, clock, isPluggedIn }: Parts): ReminderReport {
  const { isOn, staysInBackground, certificates } = memory.read()
  const moment = { now: clock.now(), timeZone: clock.timeZone?.() }
  return {
    ...{ isOn, staysInBackground },
    startsAtLogin: isDemo ? 'unavailable' : loginItem.state(),
    certificates: certificates.map((certificate) => ({
      ...certificate,
      isPluggedIn: isPluggedIn(certificate.fingerprint),
      canMute: canMute(certificate, moment),
    })),
  }
}

async function saveCalendar({
  memory,
  clock,
  words,
  chooseSavePath,
}: Parts): ReturnType<ReminderCases['saveCalendar']> {
  const path = await chooseSavePath(`${words().calendar.file}.ics`)
  if (path === undefined) return { saved: false }
  const telling = { now: clock.now(), timeZone: clock.timeZone?.(), words: words() }
  try {
    await writeSafely(path, await reminderCalendar(memory.read().certificates, telling))
  } catch (cause) {
    throw new AppError('reminders.calendarFailed', { cause })
  }
  return { saved: true, fileName: basename(path) }
}
