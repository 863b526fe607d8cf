import type * as z from 'zod'
import { problems, type ProblemCode } from '../../../src/shared/platform/problem-codes.ts'
import type { Problem } from '../../../src/shared/platform/schemas/common.ts'

export type ProblemBody = z.infer<typeof Problem>
type ProblemDetails = Partial<
  Pick<ProblemBody, 'detail' | 'retryAfterSeconds' | 'attemptsLeft' | 'existingOrderId' | 'errors'>
>

/** RFC 9457 problem details. */
export function problem(code: ProblemCode, details: ProblemDetails = {}): ProblemBody {
  const [status, title] = problems[code]
  return { type: `urn:problem:${code}`, title, status, code, ...details }
}

/** Thrown by an operation that says no. */
export class Refusal extends Error {
  readonly problem: ProblemBody

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code)
    this.name = 'Refusal'
    this.problem = problem(code, details)
  }
}

/** Retry-After and `retryAfterSeconds` count whole seconds; rounding up never sends a client back too early. */
export function secondsUntil(instant: number, now: number): number {
  return Math.max(1, Math.ceil((instant - now) / 1000))
}
