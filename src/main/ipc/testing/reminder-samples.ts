/** For tests: what the channels of reminders take and give, with every field there is. */
import type { Output } from '../../../shared/ipc/contract.ts'

const instant = '2026-11-23T08:00:00.000Z'
const fingerprint = 'ab'.repeat(32)

export const reminderReport: Output<'reminders:report'> = {
  isOn: true,
  staysInBackground: false,
  startsAtLogin: 'off',
  certificates: [
    {
      ...{ fingerprint, holder: '济南****公司', cardNumber: '****2231', notAfter: instant, lastSeenAt: instant },
      ...{ renewableFrom: instant, isPluggedIn: true, isMuted: false, canMute: true },
    },
  ],
}

export const askedRenewal = { certificate: { id: fingerprint, holder: '济南****公司', cardNumber: '****2231' } }

export const reminderInputs = {
  'reminders:report': {},
  'reminders:save': { isOn: true, staysInBackground: false },
  'reminders:start-at-login': { isOn: true },
  'reminders:mute': { fingerprint, isMuted: true },
  'reminders:forget': { fingerprint },
  'reminders:forget-all': {},
  'reminders:save-calendar': {},
} as const

export const reminderOutputs = {
  'reminders:report': reminderReport,
  'reminders:save': reminderReport,
  'reminders:start-at-login': reminderReport,
  'reminders:mute': reminderReport,
  'reminders:forget': reminderReport,
  'reminders:forget-all': reminderReport,
  'reminders:save-calendar': { saved: true, fileName: '证书到期日历.ics' },
}
