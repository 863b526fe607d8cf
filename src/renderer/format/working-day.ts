/**
 * When business systems should know a new certificate: the next day from Monday to Friday, at the same time, at the
 * latest at 17:00 local time. Public holidays are not known here, so the sentence around it has to mention them.
 */
export function nextWorkingDay(from: Date): Date {
  const day = new Date(from)
  do {
    day.setDate(day.getDate() + 1)
  } while (isWeekend(day))
  if (day.getHours() >= 17) day.setHours(17, 0, 0, 0)
  return day
}

function isWeekend(day: Date): boolean {
  return day.getDay() === 0 || day.getDay() === 6
}
