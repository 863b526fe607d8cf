/** For tests: a log that keeps what it was told. */
import type { Log } from '../../logging/log.ts'
import { quietLog } from '../../logging/testing/quiet-log.ts'

export interface RecordedLog extends Log {
  readonly failures: readonly (readonly [where: string, code: string, cause: unknown])[]
}

export function recordedLog(): RecordedLog {
  const failures: (readonly [string, string, unknown])[] = []
  const log = quietLog({ failure: (where, { code }, cause) => failures.push([where, code, cause]) })
  return { ...log, failures }
}
