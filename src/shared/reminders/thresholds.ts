/** So many days before its end a certificate is reminded of; 0 is the day of the end. */
export const reminderDays = [90, 60, 30, 15, 7, 3, 1, 0] as const
export type ReminderDay = (typeof reminderDays)[number]

/** So many days before the end nobody can silence the reminders for good any more. */
export const lastDays = 7

/** The newest reminder whose day has come, by the calendar days that are left; nothing while there are more than 90. */
export function reachedReminder(daysLeft: number): ReminderDay | undefined {
  return reminderDays.findLast((days) => daysLeft <= days)
}
