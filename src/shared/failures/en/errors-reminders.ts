import type { ErrorCode } from '../../error-codes.ts'
import type { ErrorText } from '../failure-text.ts'

export const reminderErrors: Readonly<Record<Extract<ErrorCode, `reminders.${string}`>, ErrorText>> = {
  'reminders.lastDays': {
    title: 'The last 7 days cannot be silenced',
    cause: 'This certificate ends within 7 days, or has ended; its reminders are as they were.',
    nextStep: 'Please renew it soon. If this key is not used any more, it can be forgotten.',
  },
  'reminders.loginItemFailed': {
    title: 'Starting at login was not changed',
    cause: 'The system did not take the setting; an organisation may manage it.',
    nextStep: 'Please look at the startup settings of the system, or ask IT. Reminders work while the program is open.',
  },
  'reminders.calendarFailed': {
    title: 'The calendar was not saved',
    cause: 'The file could not be written; the folder may be read-only or the disk full.',
    nextStep: 'Please save it to another folder.',
  },
}
