import type { ErrorCode } from '../../src/shared/error-codes.ts'
import type { Failure, FailureDetails } from '../../src/shared/failure.ts'

/** What the soft token throws on purpose. */
export class SoftTokenError extends Error {
  readonly failure: Failure

  constructor(code: ErrorCode, details?: FailureDetails) {
    super(code)
    this.failure = details === undefined ? { code } : { code, details }
  }
}

export function toFailure(thrown: unknown): Failure {
  return thrown instanceof SoftTokenError ? thrown.failure : { code: 'internal' }
}
