export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

interface Line {
  readonly at: Date
  readonly level: LogLevel
  /** Of the request that it was written in. */
  readonly requestId: string | undefined
  readonly message: string
}

/** `2026-11-26T18:40:01.123Z info  [a1b2c3d4] message`; time in UTC. */
export function logLine({ at, level, requestId = '-', message }: Line): string {
  return `${at.toISOString()} ${level.padEnd(5)} [${requestId}] ${message}`
}

/** Longer than what anybody reads; a foreign library may put a whole page into its message. */
const longest = 4000

/** A message on one line: what comes from a library may have line ends in it, and nothing invisible belongs there. */
export function onOneLine(message: string): string {
  return message.replace(/\s*[\r\n]+\s*/g, ' ⏎ ').replace(/\p{Cc}/gu, '')
}

/** Never in the middle of a surrogate pair. */
export function shortened(message: string): string {
  return message.length <= longest ? message : `${message.slice(0, longest).toWellFormed()} […]`
}
