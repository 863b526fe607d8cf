import { describe, expect, it } from 'vitest'
import { endpoints } from '../../shared/platform/endpoints.ts'
import { problemCodes } from '../../shared/platform/problem-codes.ts'
import { codeOfStatus, problemFailure, toAppError } from './platform-errors.ts'

const problem = (code: string): { title: string; status: number; code: string } => ({ title: 'x', status: 400, code })

describe('problemFailure', () => {
  it('has a word of ours for each of the platform’s', () => {
    const codes = problemCodes.map((code) => {
      const answer = { status: 400, problem: problem(code) }
      return [code, problemFailure(endpoints.createOrder, answer).code]
    })
    expect(Object.fromEntries(codes)).toMatchInlineSnapshot(`
      {
        "announcement.not-found": "platform.contentNotFound",
        "auth.bad-credentials": "platform.badCredentials",
        "auth.captcha-required": "platform.captchaRequired",
        "auth.captcha-wrong": "platform.captchaWrong",
        "auth.forbidden": "platform.forbidden",
        "auth.locked": "platform.accountLocked",
        "auth.session-expired": "platform.loginRequired",
        "certificate.not-found": "platform.certificateUnknown",
        "certificate.not-renewable": "platform.notRenewable",
        "certificate.revoked": "platform.certificateRevoked",
        "confirm.mismatch": "platform.confirmationRefused",
        "csr.bad-signature": "platform.requestRefused",
        "csr.key-reused": "platform.requestRefused",
        "csr.subject-mismatch": "platform.requestRefused",
        "csr.unreadable": "platform.requestRefused",
        "csr.weak-key": "platform.requestRefused",
        "download.not-found": "platform.contentNotFound",
        "download.range-not-satisfiable": "platform.offContract",
        "order.active-exists": "platform.orderActive",
        "order.expired": "platform.orderExpired",
        "order.not-found": "platform.orderNotFound",
        "order.rejected": "platform.orderRejected",
        "order.wrong-state": "platform.orderWrongState",
        "pop.invalid": "platform.proofRefused",
        "pop.required": "platform.proofRefused",
        "rate.limited": "platform.rateLimited",
        "request.idempotency-in-progress": "platform.timeout",
        "request.idempotency-key-reused": "platform.offContract",
        "request.invalid": "platform.offContract",
        "request.malformed": "platform.offContract",
        "seal.bad-image": "seal.badImage",
        "seal.not-found": "seal.notFound",
        "seal.too-large": "seal.tooLarge",
        "seal.wrong-state": "seal.wrongState",
        "service.internal": "platform.internal",
        "service.maintenance": "platform.maintenance",
        "service.unavailable": "platform.maintenance",
        "sms.code-expired": "sms.codeExpired",
        "sms.daily-limit": "sms.dailyLimit",
        "sms.locked": "sms.locked",
        "sms.too-soon": "sms.tooSoon",
        "sms.wrong-code": "sms.wrongCode",
      }
    `)
  })

  it('keeps the numbers and identifiers that a next step needs, and no sentence', () => {
    const failure = problemFailure(endpoints.verifySms, {
      status: 422,
      problem: {
        ...problem('sms.wrong-code'),
        title: '验证码错误',
        detail: '482913',
        attemptsLeft: 4,
        retryAfterSeconds: 9_999_999,
        existingOrderId: 'o7',
        traceId: 'trace 1\n',
        errors: [{ pointer: '/code', detail: '482913' }],
      },
    })
    expect(toAppError(failure).failure).toEqual({
      code: 'sms.wrongCode',
      details: {
        outcome: 'refused',
        status: 422,
        problem: 'sms.wrong-code',
        attemptsLeft: 4,
        retryAfterSeconds: 604_800,
        existingOrderId: 'o7',
      },
    })
  })
})

describe('codeOfStatus', () => {
  it('judges an unknown code by its status', () => {
    const codes = [400, 401, 403, 404, 408, 409, 422, 429, 500, 502, 503, 504].map((status) => [
      status,
      codeOfStatus(endpoints.getOrder, status),
    ])
    expect(Object.fromEntries(codes)).toEqual({
      400: 'platform.requestRefused',
      401: 'platform.loginRequired',
      403: 'platform.forbidden',
      404: 'platform.requestRefused',
      408: 'platform.timeout',
      409: 'platform.requestRefused',
      422: 'platform.requestRefused',
      429: 'platform.rateLimited',
      500: 'platform.internal',
      502: 'platform.internal',
      503: 'platform.maintenance',
      504: 'platform.timeout',
    })
  })

  it('does not ask for a log-in where none is used', () => {
    expect(codeOfStatus(endpoints.login, 401)).toBe('platform.forbidden')
  })
})
