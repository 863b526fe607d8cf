import { create } from 'zustand'
import type { Failure } from '../../shared/failure.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import type { AskedRenewal, ReminderReport } from '../../shared/ipc/models-reminders.ts'
import { call, toFailure } from '../desktop.ts'

interface RemindersState {
  readonly report: ReminderReport | undefined
  readonly failure: Failure | undefined
  /** How the last calendar was saved; undefined without one, or where the user cancelled. */
  readonly calendar: string | undefined
  /** A renewal that was asked for outside the window, of a key that is not plugged in. */
  readonly awaited: AskedRenewal['certificate']
  readonly load: () => Promise<void>
  readonly received: (report: ReminderReport) => void
  readonly save: (preferences: Input<'reminders:save'>) => Promise<void>
  readonly startAtLogin: (isOn: boolean) => Promise<void>
  readonly mute: (fingerprint: string, isMuted: boolean) => Promise<void>
  readonly forget: (fingerprint: string) => Promise<void>
  readonly forgetAll: () => Promise<void>
  /** Main opens the file dialog. */
  readonly saveCalendar: () => Promise<void>
  readonly awaitKey: (certificate: AskedRenewal['certificate']) => void
}

export const useReminders = create<RemindersState>()((set) => {
  const attempt = async (act: () => Promise<Partial<RemindersState>>) => {
    set({ failure: undefined, calendar: undefined })
    try {
      set(await act())
    } catch (thrown) {
      set({ failure: toFailure(thrown) })
    }
  }
  const show = (asked: Promise<ReminderReport>) => attempt(async () => ({ report: await asked }))
  return {
    report: undefined,
    failure: undefined,
    calendar: undefined,
    awaited: undefined,
    load: () => show(call('reminders:report', {})),
    received: (report) => set({ report }),
    save: (preferences) => show(call('reminders:save', preferences)),
    startAtLogin: (isOn) => show(call('reminders:start-at-login', { isOn })),
    mute: (fingerprint, isMuted) => show(call('reminders:mute', { fingerprint, isMuted })),
    forget: (fingerprint) => show(call('reminders:forget', { fingerprint })),
    forgetAll: () => show(call('reminders:forget-all', {})),
    saveCalendar: () =>
      attempt(async () => {
        const { saved, fileName } = await call('reminders:save-calendar', {})
        return { calendar: saved ? fileName : undefined }
      }),
    awaitKey: (awaited) => set({ awaited }),
  }
})
