import { expect, test } from 'vitest'
import { createContractClient } from './testing/contract-client.ts'
import { openOffice } from './testing/office.ts'

const wrong = { account: 'demo', password: 'not-it' }
const right = { account: 'demo', password: 'demo-password' }

/** For tests of the passwords alone. */
const withoutCaptcha = { captchaAfter: 9 }

test('five wrong passwords lock the account for a while, for the right password too', async () => {
  const { client, simulator } = await openOffice(withoutCaptcha)
  const left: unknown[] = []
  for (let n = 0; n < 5; n++) left.push((await client.refused('login', { body: wrong })).attemptsLeft)
  expect(left).toEqual([4, 3, 2, 1, 0])
  const locked = await client.send('login', { body: right })
  expect(locked.problem).toMatchObject({ code: 'auth.locked', status: 403, retryAfterSeconds: 600 })
  expect(locked.headers.get('retry-after')).toBe('600')
  simulator.clock.setOffset(10 * 60_000 + 1000)
  expect((await client.call('login', { body: right })).account.maskedPhone).toBe('138****1234')
})

test('a right password in between gives all attempts back', async () => {
  const { client } = await openOffice(withoutCaptcha)
  for (let n = 0; n < 4; n++) await client.refused('login', { body: wrong })
  await client.call('login', { body: right })
  expect((await client.refused('login', { body: wrong })).attemptsLeft).toBe(4)
})

test('an unknown account is refused like a wrong password', async () => {
  const { client } = await openOffice()
  const body = { account: 'nobody', password: 'x' }
  expect((await client.refused('login', { body })).code).toBe('auth.bad-credentials')
})

test('a session ends by itself, and by logging out', async () => {
  const { client, simulator } = await openOffice({ sessionMs: 60_000 })
  await client.call('listCertificates', { query: {} })
  simulator.clock.setOffset(61_000)
  expect((await client.refused('listCertificates', { query: {} })).code).toBe('auth.session-expired')
  await client.login()
  expect((await client.send('logout', {})).status).toBe(204)
  expect((await client.refused('listCertificates', { query: {} })).code).toBe('auth.session-expired')
})

test('a session tells whose it is and how long it lasts, but not its token', async () => {
  const { client, simulator } = await openOffice({ sessionMs: 60_000 })
  const session = await client.call('getSession', {})
  expect(session.account).toMatchObject({ displayName: '示例科技（北京）有限公司', maskedPhone: '138****1234' })
  expect(Math.round((Date.parse(session.expiresAt) - simulator.clock.now()) / 60_000)).toBe(1)
  expect(Object.keys(session)).toEqual(['expiresAt', 'account'])
  simulator.clock.setOffset(61_000)
  expect((await client.refused('getSession', {})).code).toBe('auth.session-expired')
})

test('the certificates and orders of another account do not exist', async () => {
  const office = await openOffice()
  const mine = await office.enrol(27)
  const order = await office.orderFor(mine)
  const other = createContractClient(office.origin)
  await other.login('demo-2', 'demo-password-2')
  expect((await other.call('listCertificates', { query: {} })).total).toBe(0)
  const body = { kind: 'renewal', certificateId: mine.certificateId } as const
  expect((await other.refused('createOrder', { body })).code).toBe('certificate.not-found')
  expect((await other.refused('getOrder', { params: { orderId: order.id } })).code).toBe('order.not-found')
})

test('every answer carries the time of the platform', async () => {
  const { client, simulator } = await openOffice()
  simulator.clock.setOffset(31 * 60_000)
  const { answer, headers } = await client.send('getService', {})
  const ahead = (text: string | null) => Math.round((Date.parse(text ?? '') - Date.now()) / 60_000)
  expect([ahead(answer.time), ahead(headers.get('date'))]).toEqual([31, 31])
  expect(headers.get('cache-control')).toBe('no-store')
})
