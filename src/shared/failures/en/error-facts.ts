import { localDateTime } from '../../format/date-time.ts'
import { zone } from '../zone.ts'
import type { ErrorFacts } from '../failure-text.ts'

export const errorFacts: ErrorFacts = {
  attemptsLeft: (count) => (count === 0 ? 'No tries are left.' : `${counted(count, 'try', 'tries')} left.`),
  triesLeft: (count) => (count === 0 ? 'No tries are left.' : `${counted(count, 'try', 'tries')} left.`),
  retryAfterSeconds: (seconds) => `Try again in ${counted(seconds, 'second', 'seconds')}.`,
  minLength: (length) => `At least ${counted(length, 'character', 'characters')}.`,
  maxLength: (length) => `At most ${counted(length, 'character', 'characters')}.`,
  seconds: (seconds) => `The difference is about ${span(seconds)}.`,
  freeBytes: (bytes) => `${kilobytes(bytes)} KB are free.`,
  needed: (bytes) => `About ${kilobytes(bytes)} KB are needed.`,
  freeMegabytes: (megabytes) => `${megabytes} MB are free.`,
  utcOffsetMinutes: (minutes) => `It is ${zone(minutes)} now; Beijing is UTC+8.`,
  copies: (count) => `${counted(count, 'other copy is', 'other copies are')} running.`,
  endsAt: (instantMs) => `It is expected to end at ${localDateTime(new Date(instantMs))}.`,
}

/** In the largest unit that still has two of it. */
function span(seconds: number): string {
  const units = [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const
  const [word, unit] = units.find(([, length]) => seconds >= 2 * length) ?? ['second', 1]
  return counted(Math.round(seconds / unit), word, `${word}s`)
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1)
}
