import type { Failure } from '../../shared/failure.ts'
import type { QuarantineReason } from '../../shared/failure-words.ts'
import type { Quarantine } from './module-state.ts'

/** What is kept of the end of a process that led to a quarantine. */
export function quarantineFor(reason: QuarantineReason, { details = {} }: Failure, at: Date): Quarantine {
  const { operation, signal, exitCode, afterMs } = details
  const end = [signal, exitCode, afterMs].find((word) => word !== undefined)
  return { reason, operation: String(operation ?? 'none'), end: String(end ?? 'unknown'), at }
}

/** As a failure; support reads the last operation and the end out of its reference. */
export function quarantineFailure({ reason, operation, end }: Quarantine): Failure {
  return { code: 'token.quarantined', details: { reason, detail: `${operation} ${end}` } }
}
