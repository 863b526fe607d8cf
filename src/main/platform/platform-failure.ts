import type { ErrorCode } from '../../shared/error-codes.ts'
import type { FailureDetails } from '../../shared/failure.ts'
import type { Endpoint } from '../../shared/platform/endpoint.ts'

/**
 * Did the platform act? `not-done`: certainly not. `refused`: it said no. `unknown`: it may have; ask, or send again with
 * the same key, before anything else.
 */
export type Outcome = 'not-done' | 'refused' | 'unknown'

/** Why one sending of a request brought no result; becomes an AppError when no further one is made. */
export interface PlatformFailure {
  readonly code: ErrorCode
  readonly outcome: Outcome
  /** May the same request, with the same key, be answered otherwise in a moment? */
  readonly mayRepeat: boolean
  readonly details: FailureDetails
  readonly cause?: Error | undefined
}

/** One sending: the answer as the contract has it, or why there is none. */
export type Attempt =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly failure: PlatformFailure }

/** What is known when the platform did not clearly say no: a read changes nothing, anything else may have happened. */
export function outcomeUnlessRefused(endpoint: Endpoint): Outcome {
  return endpoint.method === 'GET' ? 'not-done' : 'unknown'
}

export function definedOnly(details: Readonly<Record<string, string | number | boolean | undefined>>): FailureDetails {
  const defined: Record<string, string | number | boolean> = {}
  for (const [name, value] of Object.entries(details)) if (value !== undefined) defined[name] = value
  return defined
}
