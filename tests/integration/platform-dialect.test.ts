/** A platform that speaks {code, msg, data} and knows no idempotency key, through the same port, retries and sessions. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { contractDialect } from '../../src/main/platform/dialects/contract.ts'
import { envelopeDialect } from '../../src/main/platform/dialects/envelope/envelope.ts'
import { createPlatform } from '../../src/main/platform/platform.ts'
import { failureOf } from '../../src/main/platform/testing/loopback-platform.ts'
import { startEnvelopePlatform, type EnvelopePlatform, type Loss } from '../support/envelope-platform.ts'
import { find, issued, newestCode, newRequest, placed, ready } from './platform-faults/operations-under-test.ts'
import { openBench, password, type Bench, type Desk } from './platform-faults/platform-bench.ts'

let bench: Bench
let envelope: EnvelopePlatform
/** Whose client speaks the dialect, and whose observer goes straight to the simulator in the contract's words. */
let desk: Desk
let pauses: number[]

beforeEach(async () => {
  bench = await openBench({})
  const made = await bench.newDesk({ login: false })
  envelope = await startEnvelopePlatform(bench.origin)
  pauses = []
  const client = createPlatform({
    baseUrl: () => envelope.address,
    userAgent: 'cert-user-tool/test',
    dialect: envelopeDialect,
    random: () => 1,
    sleep: (ms) => {
      pauses.push(ms)
      return Promise.resolve()
    },
  })
  desk = { ...made, client }
  await client.session.login(desk.account, password)
})
afterEach(async () => {
  await envelope.close()
  await bench.close()
})

/** The same desk, seen from the client: what prepares a case goes through the dialect as well. */
const throughDialect = (): Desk => ({ ...desk, observer: desk.client })
const once = { orders: 1, sms: 1, certificatesIssued: 1, confirmations: 1, withdrawals: 0 }

async function lost(path: string, what: Loss, call: () => Promise<unknown>) {
  envelope.lose(path, what)
  envelope.seen.length = 0
  const end = await call().then(
    () => 'done',
    (error: unknown) => failureOf(Promise.reject(error as Error)),
  )
  return { end, sent: envelope.seen.filter((seen) => seen === path).length }
}

const inDoubt = { code: 'platform.unreachable', details: { outcome: 'unknown' } }

it('a whole renewal speaks the other words', async () => {
  await desk.client.platform.reach()
  const confirmation = { ...(await issued(throughDialect())), installed: true }
  await desk.client.platform.confirm(confirmation, randomUUID())
  expect(desk.simulator.books()).toMatchObject(once)
  expect(await desk.observer.platform.readOrder(confirmation.orderId)).toMatchObject({ state: 'completed' })
  expect(Math.abs(desk.client.clock.skewMs() ?? Infinity)).toBeLessThan(2000)
  await desk.client.session.logout()
  expect(envelope.seen).toEqual([
    ...['/user/login', '/system/info', '/cert/list'],
    ...['/order/list', '/order/apply', '/sms/send', '/order/query', '/sms/check'],
    ...['/order/query', '/order/csr', '/order/cert', '/order/query', '/order/confirm', '/user/logout'],
  ])
})

it('its answers are the contract’s, to the letter', async () => {
  const { id } = await placed(desk)
  expect(await desk.client.platform.readOrder(id)).toEqual(await desk.observer.platform.readOrder(id))
  expect(await find(desk, desk.client)).toEqual(await find(desk, desk.observer))
  expect(desk.client.session.current()).toMatchObject({ displayName: '示例科技有限公司', maskedPhone: '138****1234' })
})

it.each<[Loss, unknown, number]>([
  ['answer', 'done', 1],
  ['request', inDoubt, 0],
])('an order whose %s is lost is sent once, asked for, and in the end there is one', async (what, end, orders) => {
  const { id: certificateId } = await find(desk, desk.client)
  const create = () => desk.client.platform.createOrder({ kind: 'renewal', certificateId }, desk.key)
  expect(await lost('/order/apply', what, create)).toMatchObject({ end, sent: 1 })
  expect([desk.simulator.books().orders, pauses]).toEqual([orders, []])
  expect(await create()).toMatchObject({ state: 'pending-verification', wasThere: orders === 1 })
  expect(await create()).toMatchObject({ wasThere: true })
  expect(desk.simulator.books().orders).toBe(1)
})

it('when the question is lost as well, the doubt stays, and the next call asks before it sends', async () => {
  const { id: certificateId } = await find(desk, desk.client)
  const create = () => desk.client.platform.createOrder({ kind: 'renewal', certificateId }, desk.key)
  envelope.seen.length = 0
  envelope.lose('/order/apply', 'answer')
  const applied = envelope.nextRequest('/order/apply')
  const failed = failureOf(create())
  await applied
  envelope.lose('/order/list', 'request', 3)
  expect(await failed).toMatchObject(inDoubt)
  expect(await create()).toMatchObject({ wasThere: true })
  expect(envelope.seen.filter((path) => path === '/order/apply')).toHaveLength(1)
  expect(desk.simulator.books().orders).toBe(1)
})

it('an SMS whose answer is lost is not sent again by itself', async () => {
  const { id: orderId } = await placed(throughDialect())
  const send = () => desk.client.platform.requestSms(orderId, desk.key)
  expect(await lost('/sms/send', 'answer', send)).toMatchObject({ end: inDoubt, sent: 1 })
  expect(desk.simulator.books().sms).toBe(1)
})

it.each<Loss>(['answer', 'request'])('a code whose %s is lost costs no attempt', async (what) => {
  const { id: orderId } = await placed(throughDialect())
  const { id: challengeId } = await desk.client.platform.requestSms(orderId, randomUUID())
  const sms = { orderId, challengeId, code: newestCode(desk, orderId) }
  const verify = () => desk.client.platform.verifySms(sms, desk.key)
  expect(await lost('/sms/check', what, verify)).toMatchObject({ end: what === 'answer' ? 'done' : inDoubt, sent: 1 })
  expect(await verify()).toMatchObject({ state: 'ready' })
})

it.each<[Loss, number]>([
  ['answer', 1],
  ['request', 0],
])('a request whose %s is lost is certified once', async (what, certificatesIssued) => {
  const submission = newRequest(desk, await ready(throughDialect()))
  const submit = () => desk.client.platform.submitRequest(submission, desk.key)
  expect(await lost('/order/csr', what, submit)).toMatchObject({ end: what === 'answer' ? 'done' : inDoubt, sent: 1 })
  expect(desk.simulator.books()).toMatchObject({ certificatesIssued })
  expect(await submit()).toMatchObject({ state: 'issued' })
  expect(await submit()).toMatchObject({ state: 'issued' })
  expect(desk.simulator.books()).toMatchObject({ certificatesIssued: 1 })
})

it.each([
  [true, { confirmations: 1, withdrawals: 0 }, 'completed'],
  [false, { confirmations: 0, withdrawals: 1 }, 'ready'],
])('a confirmation (installed: %s) whose answer is lost is one', async (installed, books, state) => {
  const confirmation = { ...(await issued(throughDialect())), installed }
  const confirm = () => desk.client.platform.confirm(confirmation, desk.key)
  expect(await lost('/order/confirm', 'answer', confirm)).toMatchObject({ end: 'done', sent: 1 })
  await confirm()
  expect(desk.simulator.books()).toMatchObject(books)
  expect((await desk.observer.platform.readOrder(confirmation.orderId)).state).toBe(state)
})

it('a cancellation whose answer is lost is one', async () => {
  const { id: orderId } = await placed(throughDialect())
  const cancel = () => desk.client.platform.cancelOrder(orderId, desk.key)
  expect(await lost('/order/cancel', 'answer', cancel)).toMatchObject({ end: 'done', sent: 1 })
  await cancel()
  expect((await desk.observer.platform.readOrder(orderId)).state).toBe('cancelled')
})

it('orders that are over, or about another certificate, are not taken for the one that was asked for', async () => {
  const { publicKeySha256, serialNumber } = await bench.enrol(desk.account)
  const other = await desk.client.platform.findCertificate({ serialNumber, publicKeySha256 })
  const cancelled = await placed(throughDialect())
  await desk.client.platform.cancelOrder(cancelled.id, randomUUID())
  const newest = await desk.client.platform.createOrder({ kind: 'renewal', certificateId: other.id }, randomUUID())
  const { id: certificateId } = await find(desk, desk.client)
  const order = await desk.client.platform.createOrder({ kind: 'renewal', certificateId }, desk.key)
  expect([order.wasThere, new Set([cancelled.id, newest.id, order.id]).size]).toEqual([false, 3])
})

it('what was certainly not done is sent again', async () => {
  const { id: orderId } = await placed(throughDialect())
  await envelope.close()
  // Of an SMS nothing is asked first: these are sendings.
  expect(await failureOf(desk.client.platform.requestSms(orderId, desk.key))).toEqual({
    code: 'platform.unreachable',
    details: { outcome: 'not-done', network: 'ECONNREFUSED' },
  })
  expect(pauses).toEqual([250, 500])
})

it('a log-in whose answer is lost is sent once', async () => {
  const login = () => desk.client.session.login(desk.account, password)
  expect(await lost('/user/login', 'answer', login)).toMatchObject({ end: inDoubt, sent: 1 })
})

it('numbers become our codes, with what comes with them', async () => {
  const { platform, session } = desk.client
  expect(await failureOf(session.login(desk.account, 'wrong'))).toMatchObject({
    code: 'platform.badCredentials',
    details: { outcome: 'refused', attemptsLeft: 4, status: 200, platformCode: 2001 },
  })
  expect(await failureOf(platform.readOrder('order-none'))).toMatchObject({ code: 'platform.orderNotFound' })
  const { id: orderId } = await placed(throughDialect())
  const { id: challengeId } = await platform.requestSms(orderId, randomUUID())
  const wrong = newestCode(desk, orderId) === '000000' ? '000001' : '000000'
  const verify = platform.verifySms({ orderId, challengeId, code: wrong }, randomUUID())
  expect(await failureOf(verify)).toMatchObject({ code: 'sms.wrongCode', details: { attemptsLeft: 4 } })
})

it('a session that ends is noticed in the other words too', async () => {
  desk.simulator.clock.setOffset(31 * 60_000)
  expect(await failureOf(find(desk, desk.client))).toMatchObject({ code: 'platform.loginRequired' })
  expect(desk.client.session.current()).toBeUndefined()
})

it('a client that speaks the contract to it is told that this is not the contract', async () => {
  const other = createPlatform({ baseUrl: () => envelope.address, userAgent: 'test', dialect: contractDialect })
  expect(await failureOf(other.service())).toMatchObject({ code: 'platform.offContract' })
})
