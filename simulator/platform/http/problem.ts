import type * as z from 'zod'
import type { ProblemCode } from '../../../src/shared/platform/problem-codes.ts'
import type { Problem } from '../../../src/shared/platform/schemas.ts'

export type ProblemBody = z.infer<typeof Problem>
type ProblemDetails = Partial<
  Pick<ProblemBody, 'detail' | 'retryAfterSeconds' | 'attemptsLeft' | 'existingOrderId' | 'errors'>
>

const meanings: Record<ProblemCode, readonly [status: number, title: string]> = {
  'request.malformed': [400, '请求无法解析'],
  'request.invalid': [400, '请求内容不符合接口约定'],
  'request.idempotency-key-reused': [422, '同一个幂等键用于了不同的内容'],
  'request.idempotency-in-progress': [409, '相同的请求正在处理'],
  'auth.bad-credentials': [401, '账号或密码不正确'],
  'auth.captcha-required': [401, '需要图形验证码'],
  'auth.captcha-wrong': [401, '图形验证码不正确'],
  'auth.locked': [403, '账号已暂时锁定'],
  'auth.session-expired': [401, '登录已失效'],
  'auth.forbidden': [403, '没有权限'],
  'certificate.not-found': [404, '没有这张证书'],
  'certificate.not-renewable': [422, '这张证书现在不能这样办理'],
  'certificate.revoked': [422, '证书已吊销'],
  'order.not-found': [404, '没有这个订单'],
  'order.active-exists': [409, '这张证书已有未完成的订单'],
  'order.wrong-state': [409, '订单当前状态不允许此操作'],
  'order.expired': [410, '订单已过期'],
  'order.rejected': [409, '订单未通过审核'],
  'sms.too-soon': [429, '发送过于频繁'],
  'sms.daily-limit': [429, '今天的短信次数已用完'],
  'sms.wrong-code': [422, '验证码不正确'],
  'sms.code-expired': [410, '验证码已失效'],
  'sms.locked': [429, '验证码错误次数过多'],
  'csr.unreadable': [422, '证书请求无法解析'],
  'csr.bad-signature': [422, '证书请求的签名不正确'],
  'csr.weak-key': [422, '密钥算法或强度不符合要求'],
  'csr.key-reused': [422, '密钥已经用过'],
  'csr.subject-mismatch': [422, '证书请求的主题与原证书不同'],
  'pop.required': [422, '缺少原密钥的证明'],
  'pop.invalid': [422, '原密钥的证明不正确'],
  'confirm.mismatch': [422, '确认的不是这张证书'],
  'rate.limited': [429, '请求过于频繁'],
  'service.maintenance': [503, '系统维护中'],
  'service.unavailable': [503, '服务暂时不可用'],
  'service.internal': [500, '平台内部错误'],
}

/** RFC 9457 problem details. */
export function problem(code: ProblemCode, details: ProblemDetails = {}): ProblemBody {
  const [status, title] = meanings[code]
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
