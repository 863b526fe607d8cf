import type { Channel } from '../../src/shared/ipc/channels.ts'
import type { RememberedModel, ReminderReport } from '../../src/shared/ipc/models-reminders.ts'
import type { Answers } from './fake-desktop.ts'

const dayMs = 86_400_000

/** A key in a drawer, with so many days left. */
export function sampleRemembered(
  letter: string,
  days: number,
  changes: Partial<RememberedModel> = {},
): RememberedModel {
  const now = Date.now()
  return {
    fingerprint: letter.repeat(64),
    holder: '济南****公司',
    cardNumber: '****2231',
    notAfter: new Date(now + days * dayMs).toISOString(),
    lastSeenAt: new Date(now - 3 * dayMs).toISOString(),
    isPluggedIn: false,
    isMuted: false,
    canMute: days > 7,
    ...changes,
  }
}

export function sampleReport(changes: Partial<ReminderReport> = {}): ReminderReport {
  return {
    isOn: true,
    staysInBackground: false,
    startsAtLogin: 'off',
    certificates: [sampleRemembered('b', 3, { holder: '李*', cardNumber: '****8812' }), sampleRemembered('a', 27)],
    ...changes,
  }
}

type ReminderChannel = Extract<Channel, `reminders:${string}`>

/** Like main: what is changed stays. */
export function reminderAnswers(initial = sampleReport()): Pick<Answers, ReminderChannel> {
  let report = initial
  const save = (change: Partial<ReminderReport>) => {
    report = { ...report, ...change }
    return { ok: true, value: report } as const
  }
  return {
    'reminders:report': () => save({}),
    'reminders:save': ({ isOn = report.isOn, staysInBackground = report.staysInBackground }) =>
      save({ isOn, staysInBackground }),
    'reminders:start-at-login': ({ isOn }) => save({ startsAtLogin: isOn ? 'on' : 'off' }),
    'reminders:mute': ({ fingerprint, isMuted }) =>
      save({
        certificates: report.certificates.map((one) => (one.fingerprint === fingerprint ? { ...one, isMuted } : one)),
      }),
    'reminders:forget': ({ fingerprint }) =>
      save({ certificates: report.certificates.filter((one) => one.fingerprint !== fingerprint) }),
    'reminders:forget-all': () => save({ certificates: [] }),
    'reminders:save-calendar': () => ({ ok: true, value: { saved: true, fileName: '证书到期日历.ics' } }),
  }
}
