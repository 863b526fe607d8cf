/** For tests: a log that keeps what it was told. */
import type { Log } from '../../logging/log.ts'

export interface RecordedLog extends Log {
  readonly failures: readonly (readonly [where: string, code: string, cause: unknown])[]
}

export function recordedLog(): RecordedLog {
  const failures: (readonly [string, string, unknown])[] = []
  return {
    failures,
    info: () => undefined,
    failure: (where, { code }, cause) => failures.push([where, code, cause]),
  }
}
