/** For tests: a log that keeps nothing. */
import type { LogFile } from '../file-log.ts'
import type { Log } from '../log.ts'
import { redact } from '../redact.ts'

export function quietLog(changes: Partial<Log> = {}): Log {
  const nothing = () => undefined
  return { debug: nothing, info: nothing, failure: nothing, hide: () => nothing, ...changes }
}

/** The file of a log that keeps nothing. */
export const quietLogFile: LogFile = {
  redact,
  recent: () => [],
  isDetailed: () => false,
  setDetailed: () => undefined,
}
