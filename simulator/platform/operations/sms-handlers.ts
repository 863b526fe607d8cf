import { randomBytes, randomInt } from 'node:crypto'
import type { PlatformAnswer } from '../../../src/shared/platform/endpoints.ts'
import { maskedPhone } from '../accounts.ts'
import { Refusal, secondsUntil } from '../http/problem.ts'
import type { Platform } from '../platform.ts'
import type { OrderRecord, PlatformState } from '../state/state.ts'
import type { Call } from './handlers.ts'
import { instant } from './instant.ts'
import { assertNotExpired, assertState, enter, findOrder, orderView } from './order-life.ts'

const codeLength = 6
const codeValidMs = 5 * 60_000
const attempts = 5
export const smsPerDay = 20
const dayMs = 86_400_000

export function requestSms(platform: Platform, { account, params }: Call<'requestSms'>): PlatformAnswer<'requestSms'> {
  const { state, clock, outbox, settings } = platform
  const now = clock.now()
  const order = findOrder(state, account, params.orderId)
  assertNotExpired(order)
  assertState(order, 'pending-verification')
  assertMaySend(state, order, now)

  const challenge = {
    id: `sms-${randomBytes(9).toString('hex')}`,
    code: String(randomInt(10 ** codeLength)).padStart(codeLength, '0'),
    expiresAt: now + codeValidMs,
    resendAt: now + settings.smsResendMs,
    attemptsLeft: attempts,
  }
  order.challenge = challenge
  enter(order, 'pending-verification', now)
  const phone = maskedPhone(account)
  outbox.deliver({
    at: now,
    maskedPhone: phone,
    text: smsText(order, challenge.code),
    code: challenge.code,
    orderId: order.id,
  })
  return {
    id: challenge.id,
    maskedPhone: phone,
    codeLength,
    expiresAt: instant(challenge.expiresAt),
    resendAt: instant(challenge.resendAt),
    attemptsLeft: attempts,
  }
}

/** Errors: sms.too-soon, sms.daily-limit. */
function assertMaySend(state: PlatformState, order: OrderRecord, now: number): void {
  const resendAt = order.challenge?.resendAt ?? 0
  if (resendAt > now) throw new Refusal('sms.too-soon', { retryAfterSeconds: secondsUntil(resendAt, now) })
  const orders = new Set(state.orders.filter(({ accountId }) => accountId === order.accountId).map(({ id }) => id))
  const today = state.sms.filter(({ at, orderId }) => at > now - dayMs && orders.has(orderId))
  const oldest = today.at(-smsPerDay)
  if (oldest === undefined) return
  throw new Refusal('sms.daily-limit', { retryAfterSeconds: secondsUntil(oldest.at + dayMs, now) })
}

function smsText({ kind }: OrderRecord, code: string): string {
  const purpose = kind === 'renewal' ? '证书延期' : '证书修复'
  return `【证书在线服务平台】验证码 ${code}，用于${purpose}，5 分钟内有效。`
}

export function verifySms(
  { state, clock }: Platform,
  { account, params, body }: Call<'verifySms'>,
): PlatformAnswer<'verifySms'> {
  const now = clock.now()
  const order = findOrder(state, account, params.orderId)
  assertNotExpired(order)
  assertState(order, 'pending-verification')
  const { challenge } = order
  if (challenge?.id !== params.challengeId || challenge.expiresAt <= now) throw new Refusal('sms.code-expired')
  if (challenge.attemptsLeft === 0) {
    throw new Refusal('sms.locked', { retryAfterSeconds: secondsUntil(challenge.resendAt, now) })
  }
  if (challenge.code !== body.code) {
    challenge.attemptsLeft -= 1
    throw new Refusal('sms.wrong-code', { attemptsLeft: challenge.attemptsLeft })
  }
  order.challenge = null
  enter(order, 'ready', now)
  return orderView(state, order)
}
