import type { reminders as zh } from '../zh-CN/reminders.ts'

export const reminders: typeof zh = {
  title: 'Reminders',
  hint: 'One reminder each at 90, 60, 30, 15, 7, 3 and 1 days before the end and on the day itself; each leads to the renewal.',
  on: 'Remind me of ending certificates',
  onHint: 'Switched off, only the last 7 days are told, so that none is missed.',
  background: 'Stay in the tray when the window is closed',
  backgroundHint:
    'The program then goes on in the system tray and holds no USB key; to end it, use Quit in the tray menu.',
  login: 'Start at login',
  loginHint: 'Starts in the tray after you log in, without a window.',
  demo: 'Not available in the demonstration.',
  notInstalled: 'Available once the program is installed.',
  remembered: 'Remembered certificates',
  rememberedHint:
    'They are told of also while their key is not here. Only the masked name, the last four characters of the card number, the end and the fingerprint are kept, on this computer only.',
  empty: 'No certificate is remembered yet. Plug in a USB key and it is.',
  card: 'Card {{cardNumber}}',
  end: 'End {{at}}',
  here: 'Plugged in',
  seen: 'Last plugged in {{at}}',
  from: 'The platform renews it from {{at}} on',
  muted: 'Silent until the last 7 days',
  lastDays: 'The last {{days}} days cannot be silenced, so that none is missed.',
  days: {
    left: 'Days left: {{count}}',
    today: 'Ends today',
    endedToday: 'Ended today',
    ago: 'Days since its end: {{count}}',
  },
  mute: 'Silence until the last 7 days',
  unmute: 'Remind again',
  forget: 'Forget',
  forgetAll: 'Forget all',
  actionFor: '{{action}}: {{holder}}',
  calendar: 'Export calendar',
  calendarSaved: '{{fileName}} is saved. Open it with a calendar program, and it reminds on the same days.',
  plugIn:
    'Please plug in the USB key with card number {{cardNumber}} ({{holder}}), then choose Renew or Repair on its certificate.',
  dismiss: 'Understood',
}
