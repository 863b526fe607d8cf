import type { ErrorCode } from '../shared/error-codes.ts'
import type { Failure, FailureDetails } from '../shared/failure.ts'

interface Reason {
  readonly details?: FailureDetails | undefined
  /** What was seen underneath; goes to the log, never over IPC. */
  readonly cause?: unknown
}

/** The one error that main throws on purpose. Its failure crosses to the renderer; its cause does not. */
export class AppError extends Error {
  readonly failure: Failure

  constructor(code: ErrorCode, reason: Reason = {}) {
    super(code, reason.cause === undefined ? undefined : { cause: reason.cause })
    this.name = 'AppError'
    this.failure = reason.details === undefined ? { code } : { code, details: reason.details }
  }
}

/** Any thrown thing as a failure: ours keep their code, everything else is `internal` and nothing more. */
export function toFailure(thrown: unknown): Failure {
  return thrown instanceof AppError ? thrown.failure : { code: 'internal' }
}

/** Is this our failure with that code? */
export function hasCode(thrown: unknown, code: ErrorCode): boolean {
  return thrown instanceof AppError && thrown.failure.code === code
}
