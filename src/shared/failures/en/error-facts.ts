import type { ErrorFacts } from '../failure-text.ts'

export const errorFacts: ErrorFacts = {
  attemptsLeft: (count) => (count === 0 ? 'No tries are left.' : `${counted(count, 'try', 'tries')} left.`),
  retryAfterSeconds: (seconds) => `Try again in ${counted(seconds, 'second', 'seconds')}.`,
  minLength: (length) => `At least ${counted(length, 'character', 'characters')}.`,
  maxLength: (length) => `At most ${counted(length, 'character', 'characters')}.`,
  seconds: (seconds) => `The difference is about ${counted(seconds, 'second', 'seconds')}.`,
  freeBytes: (bytes) => `${kilobytes(bytes)} KB are free.`,
  needed: (bytes) => `About ${kilobytes(bytes)} KB are needed.`,
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1)
}
