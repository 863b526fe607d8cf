/** Instants come as ISO 8601 in UTC and are shown in local time. */

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

/** 2026-12-20 */
export function localDate(instant: Date): string {
  return [String(instant.getFullYear()), pad(instant.getMonth() + 1), pad(instant.getDate())].join('-')
}

/** 09:30 */
export function localTime(instant: Date): string {
  return `${pad(instant.getHours())}:${pad(instant.getMinutes())}`
}

/** 09:30:05 */
export function localTimeToSecond(instant: Date): string {
  return `${localTime(instant)}:${pad(instant.getSeconds())}`
}

/** 2026-12-20 09:30 */
export function localDateTime(instant: Date): string {
  return `${localDate(instant)} ${localTime(instant)}`
}

export function isSameLocalDay(one: Date, other: Date): boolean {
  return localDate(one) === localDate(other)
}
