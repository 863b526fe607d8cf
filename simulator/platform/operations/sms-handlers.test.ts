import { expect, test } from 'vitest'
import type { PlatformSimulatorOptions } from '../platform-simulator.ts'
import { dayMs, lastCode, openOffice } from '../testing/office.ts'

async function waitingForCode(smsResendMs = 60_000, options: PlatformSimulatorOptions = {}) {
  const office = await openOffice({ smsResendMs, ...options })
  const { id: orderId } = await office.orderFor(await office.enrol(27))
  return { ...office, orderId, params: { orderId } }
}

const otherThan = (code: string) => (code === '000000' ? '000001' : '000000')

test('delivers six digits in a Chinese message, and tells subscribers', async () => {
  const { client, simulator, params, orderId } = await waitingForCode()
  const heard: string[] = []
  const unsubscribe = simulator.inbox.subscribe(({ code }) => heard.push(code))
  const challenge = await client.call('requestSms', { params })
  unsubscribe()
  const [message] = simulator.inbox.list()
  expect(message).toMatchObject({ maskedPhone: '138****1234', orderId, code: heard[0] })
  expect(message?.text).toBe(`【证书在线服务平台】验证码 ${heard[0] ?? ''}，用于证书延期，5 分钟内有效。`)
  expect(heard[0]).toMatch(/^\d{6}$/)
  expect(challenge).toMatchObject({ codeLength: 6, attemptsLeft: 5, maskedPhone: '138****1234' })
  expect(Date.parse(challenge.expiresAt) - Date.parse(challenge.resendAt)).toBe(4 * 60_000)
})

test('a second message must wait', async () => {
  const { client, simulator, params } = await waitingForCode()
  await client.call('requestSms', { params })
  const refused = await client.send('requestSms', { params })
  expect(refused.problem?.code).toBe('sms.too-soon')
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(simulator.books().sms).toBe(1)
  simulator.clock.setOffset(60_500)
  await client.call('requestSms', { params })
  expect(simulator.books().sms).toBe(2)
})

test('five wrong codes lock the message, not the order', async () => {
  const { client, simulator, params } = await waitingForCode(0)
  const first = await client.call('requestSms', { params })
  const body = { code: otherThan(lastCode(simulator)) }
  for (let left = 4; left >= 0; left--) {
    const refused = await client.refused('verifySms', { params: { ...params, challengeId: first.id }, body })
    expect(refused).toMatchObject({ code: 'sms.wrong-code', attemptsLeft: left })
  }
  const right = { params: { ...params, challengeId: first.id }, body: { code: lastCode(simulator) } }
  const locked = await client.send('verifySms', right)
  expect(locked.problem).toMatchObject({ code: 'sms.locked', status: 429 })
  expect(locked.headers.get('retry-after')).toBe(String(locked.problem?.retryAfterSeconds))
  const second = await client.call('requestSms', { params })
  const again = { params: { ...params, challengeId: second.id }, body: { code: lastCode(simulator) } }
  expect((await client.call('verifySms', again)).state).toBe('ready')
})

test('only the newest message counts, and only for five minutes', async () => {
  const { client, simulator, params } = await waitingForCode(0)
  const first = await client.call('requestSms', { params })
  const firstCode = lastCode(simulator)
  const second = await client.call('requestSms', { params })
  const verify = (challengeId: string, code: string) =>
    client.refused('verifySms', { params: { ...params, challengeId }, body: { code } })
  expect((await verify(first.id, firstCode)).code).toBe('sms.code-expired')
  simulator.clock.setOffset(5 * 60_000 + 1000)
  expect((await verify(second.id, lastCode(simulator))).code).toBe('sms.code-expired')
})

test('twenty messages a day are the limit, over all orders of an account; the next day there are more', async () => {
  const { client, simulator, params, enrol, orderFor } = await waitingForCode(0, { sessionMs: 9 * dayMs })
  for (let n = 0; n < 20; n++) await client.call('requestSms', { params })
  const refused = await client.send('requestSms', { params })
  expect(refused.problem).toMatchObject({ code: 'sms.daily-limit', status: 429 })
  const seconds = Number(refused.headers.get('retry-after'))
  expect([seconds > 86_000, seconds <= 86_400, seconds]).toEqual([true, true, refused.problem?.retryAfterSeconds])
  const other = { orderId: (await orderFor(await enrol(20))).id }
  expect((await client.refused('requestSms', { params: other })).code).toBe('sms.daily-limit')
  expect(simulator.books().sms).toBe(20)
  simulator.clock.setOffset(dayMs)
  const later = { orderId: (await orderFor(await enrol(15))).id }
  await client.call('requestSms', { params: later })
  expect(simulator.books().sms).toBe(21)
})
