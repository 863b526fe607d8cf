import type { ErrorCode } from './error-codes.ts'

/** Numbers and short machine words that belong to a failure (a CKR name, tries left); never sentences, never secrets. */
export type FailureDetails = Readonly<Record<string, string | number | boolean>>

/** What went wrong, as data. */
export interface Failure {
  readonly code: ErrorCode
  readonly details?: FailureDetails | undefined
}
