/** The one table from the platform's words to ours (RFC 9457 problem code or status → AppError code). */
import type * as z from 'zod'
import type { ErrorCode } from '../../shared/error-codes.ts'
import type { FailureDetails } from '../../shared/failure.ts'
import type { Endpoint } from '../../shared/platform/endpoint.ts'
import { problemCodes, type ProblemCode } from '../../shared/platform/problem-codes.ts'
import type { Problem } from '../../shared/platform/schemas/common.ts'
import { AppError } from '../app-error.ts'
import { boundedWait } from './retry-after.ts'
import { definedOnly, outcomeUnlessRefused, type PlatformFailure } from './platform-failure.ts'

const codeOfProblem: Readonly<Record<ProblemCode, ErrorCode>> = {
  'request.malformed': 'platform.offContract',
  'request.invalid': 'platform.offContract',
  'request.idempotency-key-reused': 'platform.offContract',
  // The first sending of this key is still being worked on: to the user, the platform is slow.
  'request.idempotency-in-progress': 'platform.timeout',
  'auth.bad-credentials': 'platform.badCredentials',
  'auth.captcha-required': 'platform.captchaRequired',
  'auth.captcha-wrong': 'platform.captchaWrong',
  'auth.locked': 'platform.accountLocked',
  'auth.session-expired': 'platform.loginRequired',
  'auth.forbidden': 'platform.forbidden',
  'announcement.not-found': 'platform.contentNotFound',
  'download.not-found': 'platform.contentNotFound',
  'download.range-not-satisfiable': 'platform.offContract',
  'certificate.not-found': 'platform.certificateUnknown',
  'certificate.not-renewable': 'platform.notRenewable',
  'certificate.revoked': 'platform.certificateRevoked',
  'order.not-found': 'platform.orderNotFound',
  'order.active-exists': 'platform.orderActive',
  'order.wrong-state': 'platform.orderWrongState',
  'order.expired': 'platform.orderExpired',
  'order.rejected': 'platform.orderRejected',
  'sms.too-soon': 'sms.tooSoon',
  'sms.daily-limit': 'sms.dailyLimit',
  'sms.wrong-code': 'sms.wrongCode',
  'sms.code-expired': 'sms.codeExpired',
  'sms.locked': 'sms.locked',
  'csr.unreadable': 'platform.requestRefused',
  'csr.bad-signature': 'platform.requestRefused',
  'csr.weak-key': 'platform.requestRefused',
  'csr.key-reused': 'platform.requestRefused',
  'csr.subject-mismatch': 'platform.requestRefused',
  'pop.required': 'platform.proofRefused',
  'pop.invalid': 'platform.proofRefused',
  'confirm.mismatch': 'platform.confirmationRefused',
  'seal.not-found': 'seal.notFound',
  'seal.wrong-state': 'seal.wrongState',
  'seal.bad-image': 'seal.badImage',
  'seal.too-large': 'seal.tooLarge',
  'rate.limited': 'platform.rateLimited',
  'service.maintenance': 'platform.maintenance',
  'service.unavailable': 'platform.maintenance',
  'service.internal': 'platform.internal',
}

/** The platform's own refusal, from a problem body. A code that is not in the contract is judged by its status. */
export function problemFailure(
  endpoint: Endpoint,
  answer: {
    readonly status: number
    readonly problem: z.output<typeof Problem>
    readonly retryAfterSeconds?: number | undefined
  },
): PlatformFailure {
  const { status, problem } = answer
  const known = problemCodes.find((code) => code === problem.code)
  const inProgress = known === 'request.idempotency-in-progress'
  const wait = answer.retryAfterSeconds ?? problem.retryAfterSeconds
  return {
    code: known === undefined ? codeOfStatus(endpoint, status) : codeOfProblem[known],
    // A 5xx says nothing about whether the change was made before the crash.
    outcome: status < 500 && !inProgress ? 'refused' : outcomeUnlessRefused(endpoint),
    mayRepeat: status >= 500 || inProgress || known === 'rate.limited',
    details: definedOnly({
      status,
      problem: known ?? machineWord(problem.code) ?? 'unknown',
      attemptsLeft: problem.attemptsLeft,
      retryAfterSeconds: wait === undefined ? undefined : boundedWait(wait),
      existingOrderId: problem.existingOrderId,
      traceId: machineWord(problem.traceId),
    }),
  }
}

/** A status alone, where the platform gave no code that we know. */
export function codeOfStatus(endpoint: Endpoint, status: number): ErrorCode {
  switch (status) {
    case 401:
      return endpoint.auth ? 'platform.loginRequired' : 'platform.forbidden'
    case 403:
      return 'platform.forbidden'
    case 408:
    case 504:
      return 'platform.timeout'
    case 429:
      return 'platform.rateLimited'
    case 503:
      return 'platform.maintenance'
    default:
      return status >= 500 ? 'platform.internal' : 'platform.requestRefused'
  }
}

export function toAppError(failure: PlatformFailure): AppError {
  return new AppError(failure.code, {
    details: { ...failure.details, outcome: failure.outcome } satisfies FailureDetails,
    cause: failure.cause,
  })
}

/** Free text of a server does not belong in details; what looks like an identifier does. */
function machineWord(text: string | undefined): string | undefined {
  return text !== undefined && /^[A-Za-z0-9._:-]{1,64}$/.test(text) ? text : undefined
}
