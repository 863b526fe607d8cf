/** For tests: a log that keeps nothing. */
import type { Log } from '../log.ts'

export function quietLog(changes: Partial<Log> = {}): Log {
  const nothing = () => undefined
  return { debug: nothing, info: nothing, failure: nothing, hide: () => nothing, ...changes }
}
