/** Refusals and odd turns of a renewal that are more than one answer. */
import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { failureOf } from '../../../src/main/platform/testing/loopback-platform.ts'
import { networkPaths } from '../../../src/main/platform/testing/network-paths.ts'
import type { PlatformOrder } from '../../../src/main/renewal/ports.ts'
import { find, issued, newestCode, newRequest, placed, ready } from './operations-under-test.ts'
import { openBench, password, watching, type Bench, type Desk } from './platform-bench.ts'

const minute = 60_000

let bench: Bench | undefined
afterEach(async () => {
  await bench?.close()
  bench = undefined
})

describe.each(networkPaths)('by $name', ({ options }) => {
  async function newDesk(settings: Parameters<typeof openBench>[2] = {}): Promise<Desk> {
    bench = await openBench(options, 1, settings)
    return bench.newDesk()
  }

  /** The platform's clock goes on; sessions end with it. */
  async function moveClock(desk: Desk, minutes: number): Promise<void> {
    desk.simulator.clock.setOffset(minutes * minute)
    await desk.client.session.login(desk.account, password)
  }

  async function orderAndSms(desk: Desk) {
    const order = await placed(desk)
    const { id: challengeId } = await desk.client.platform.requestSms(order.id, randomUUID())
    const code = newestCode(desk, order.id)
    return { orderId: order.id, challengeId, code, wrong: code === '000000' ? '000001' : '000000' }
  }

  it('a second order for a certificate is the first one, found', async () => {
    const desk = await newDesk()
    const { id } = await placed(desk)
    const { id: certificateId } = await find(desk, desk.client)
    const create = () => desk.client.platform.createOrder({ kind: 'renewal', certificateId }, desk.key)
    expect(await watching(desk.seen, create)).toMatchObject({ id, wasThere: true })
    expect(desk.seen.map(({ line }) => line)).toEqual(['POST /api/v1/orders', `GET /api/v1/orders/${id}`])
    expect(desk.simulator.books().orders).toBe(1)
  })

  it('a step that comes too late is refused once, and the order says where it is', async () => {
    const desk = await newDesk()
    const { id: orderId } = await ready(desk)
    const sms = () => failureOf(desk.client.platform.requestSms(orderId, desk.key))
    expect(await watching(desk.seen, sms)).toMatchObject({
      code: 'platform.orderWrongState',
      details: { outcome: 'refused', status: 409 },
    })
    expect(desk.seen).toHaveLength(1)
    expect(await desk.client.platform.readOrder(orderId)).toMatchObject({ state: 'ready' })
    expect(desk.simulator.books().sms).toBe(1)
  })

  it('an order that has expired is followed by another one, with another key', async () => {
    const desk = await newDesk()
    const { id: certificateId } = await find(desk, desk.client)
    const create = (key: string) => desk.client.platform.createOrder({ kind: 'renewal', certificateId }, key)
    const { id: first } = await create(desk.key)
    await moveClock(desk, 31)
    expect(await failureOf(desk.client.platform.requestSms(first, randomUUID()))).toMatchObject({
      code: 'platform.orderExpired',
      details: { outcome: 'refused', status: 410 },
    })
    // The old key still has its old answer.
    expect(await create(desk.key)).toMatchObject({ id: first })
    const second = await create(randomUUID())
    expect([second.id === first, second.wasThere, desk.simulator.books().orders]).toEqual([false, false, 2])
  })

  it('an SMS that comes too soon is not asked for again, and the wait is told', async () => {
    const desk = await newDesk({ smsResendMs: 60_000 })
    const { orderId } = await orderAndSms(desk)
    const again = () => failureOf(desk.client.platform.requestSms(orderId, desk.key))
    const failure = await watching(desk.seen, again)
    expect(failure).toMatchObject({ code: 'sms.tooSoon', details: { outcome: 'refused', status: 429 } })
    expect(failure.details?.['retryAfterSeconds']).toBeGreaterThan(5)
    expect([desk.seen.length, desk.pauses, desk.simulator.books().sms]).toEqual([1, [], 1])
  })

  it('of two SMS for one request the newest counts; the older one costs an attempt', async () => {
    const desk = await newDesk()
    const { id: orderId } = await placed(desk)
    desk.simulator.faults.arm({ kind: 'twice', operation: 'requestSms' })
    const { id: challengeId } = await desk.client.platform.requestSms(orderId, desk.key)
    const [older = '', newest = ''] = desk.simulator.inbox.list().map(({ code }) => code)
    expect(older).not.toBe(newest)
    const verify = (code: string) => desk.client.platform.verifySms({ orderId, challengeId, code }, randomUUID())
    expect(await failureOf(verify(older))).toMatchObject({ code: 'sms.wrongCode', details: { attemptsLeft: 4 } })
    expect(await verify(newest)).toMatchObject({ state: 'ready' })
  })

  it('a newer SMS ends the older one without costing an attempt', async () => {
    const desk = await newDesk()
    const { orderId, challengeId, code } = await orderAndSms(desk)
    const newer = await desk.client.platform.requestSms(orderId, randomUUID())
    const old = desk.client.platform.verifySms({ orderId, challengeId, code }, randomUUID())
    expect(await failureOf(old)).toMatchObject({ code: 'sms.codeExpired', details: { outcome: 'refused' } })
    const sms = { orderId, challengeId: newer.id, code: newestCode(desk, orderId) }
    expect(await desk.client.platform.verifySms(sms, randomUUID())).toMatchObject({ state: 'ready' })
  })

  it('a wrong code whose answer is lost costs one attempt, and the next one another', async () => {
    const desk = await newDesk()
    const { orderId, challengeId, wrong } = await orderAndSms(desk)
    desk.simulator.faults.arm({ kind: 'drop-after-commit', operation: 'verifySms' })
    const enter = (key: string) => failureOf(desk.client.platform.verifySms({ orderId, challengeId, code: wrong }, key))
    expect(await watching(desk.seen, () => enter(desk.key))).toMatchObject({
      code: 'sms.wrongCode',
      details: { outcome: 'refused', attemptsLeft: 4 },
    })
    expect(desk.seen.map(({ key }) => key)).toEqual([desk.key, desk.key])
    expect(await enter(randomUUID())).toMatchObject({ details: { attemptsLeft: 3 } })
  })

  it('too many wrong codes lock the SMS, and a right one comes too late', async () => {
    const desk = await newDesk()
    const { orderId, challengeId, code, wrong } = await orderAndSms(desk)
    const enter = (entered: string) =>
      failureOf(desk.client.platform.verifySms({ orderId, challengeId, code: entered }, randomUUID()))
    for (const attemptsLeft of [4, 3, 2, 1, 0]) expect(await enter(wrong)).toMatchObject({ details: { attemptsLeft } })
    expect(await enter(code)).toMatchObject({ code: 'sms.locked', details: { outcome: 'refused' } })
  })

  it('a code is over after its time', async () => {
    const desk = await newDesk()
    const { orderId, challengeId, code } = await orderAndSms(desk)
    await moveClock(desk, 6)
    expect(await failureOf(desk.client.platform.verifySms({ orderId, challengeId, code }, desk.key))).toMatchObject({
      code: 'sms.codeExpired',
      details: { outcome: 'refused', status: 410 },
    })
  })

  it('a clock that is half an hour off is seen, and the platform’s is the one that counts', async () => {
    const desk = await newDesk()
    desk.simulator.clock.setOffset(31 * minute)
    await desk.client.service()
    expect(Math.round((desk.client.clock.skewMs() ?? 0) / minute)).toBe(31)
    expect(Math.round((desk.client.clock.now().getTime() - Date.now()) / minute)).toBe(31)
  })

  it('an order in review is asked for until somebody has decided', async () => {
    const desk = await newDesk({ review: true })
    const submission = newRequest(desk, await ready(desk))
    const { orderId } = submission
    expect(await desk.client.platform.submitRequest(submission, desk.key)).toMatchObject({ state: 'in-review' })
    expect(await failureOf(desk.client.platform.readIssued(orderId))).toMatchObject({
      code: 'platform.orderWrongState',
    })
    await desk.simulator.approve(orderId)
    expect(await desk.client.platform.readOrder(orderId)).toMatchObject({ state: 'issued' })
    expect((await desk.client.platform.readIssued(orderId)).chain.length).toBeGreaterThan(0)
    expect(desk.simulator.books().certificatesIssued).toBe(1)
  })

  it('a rejection tells its reason in one plain line', async () => {
    const desk = await newDesk({ review: true })
    const submission = newRequest(desk, await ready(desk))
    await desk.client.platform.submitRequest(submission, desk.key)
    await desk.simulator.reject(submission.orderId, '材料\n不全\u202e')
    expect(await desk.client.platform.readOrder(submission.orderId)).toMatchObject({
      state: 'rejected',
      rejection: '材料 不全',
    } satisfies Partial<PlatformOrder>)
    expect(desk.simulator.books().certificatesIssued).toBe(0)
  })

  it('a confirmation of another certificate is refused, and nothing is revoked', async () => {
    const desk = await newDesk()
    const { orderId, certificateSha256 } = await issued(desk)
    const before = desk.simulator.books()
    const other = { orderId, certificateSha256: 'd'.repeat(64), installed: true }
    expect(await failureOf(desk.client.platform.confirm(other, desk.key))).toMatchObject({
      code: 'platform.confirmationRefused',
      details: { outcome: 'refused', status: 422 },
    })
    expect([desk.simulator.books(), (await desk.client.platform.readOrder(orderId)).state]).toEqual([before, 'issued'])
    expect(await find(desk, desk.client)).toMatchObject({ renewable: true })
    await desk.client.platform.confirm({ orderId, certificateSha256, installed: true }, randomUUID())
    expect(desk.simulator.books().confirmations).toBe(1)
  })

  it('a withdrawal whose answer is lost is one, and the order waits for another request', async () => {
    const desk = await newDesk()
    const { orderId, certificateSha256 } = await issued(desk)
    desk.simulator.faults.arm({ kind: 'drop-after-commit', operation: 'confirmOrder' })
    const withdrawal = { orderId, certificateSha256, installed: false, reason: 'issued.otherKey' }
    await desk.client.platform.confirm(withdrawal, desk.key)
    expect(desk.simulator.books()).toMatchObject({ withdrawals: 1, confirmations: 0 })
    expect((await desk.client.platform.readOrder(orderId)).state).toBe('ready')
    expect(await find(desk, desk.client)).toMatchObject({ renewable: true })
  })

  it('a key is not taken for something else', async () => {
    const desk = await newDesk()
    const { id: certificateId } = await find(desk, desk.client)
    await desk.client.platform.createOrder({ kind: 'renewal', certificateId }, desk.key)
    const other = desk.client.platform.createOrder({ kind: 'repair', certificateId }, desk.key)
    expect(await failureOf(other)).toMatchObject({
      code: 'platform.offContract',
      details: { outcome: 'refused', problem: 'request.idempotency-key-reused' },
    })
    expect(desk.simulator.books().orders).toBe(1)
  })

  it('what is still being done is waited for, not done again', async () => {
    const desk = await newDesk()
    const { id: certificateId } = await find(desk, desk.client)
    desk.simulator.faults.arm({ kind: 'slow-commit', operation: 'createOrder', delayMs: 500 })
    // The first pause is short; in the second one the platform gets done.
    desk.onPause = () => (desk.pauses.length < 2 ? undefined : expect.poll(() => desk.simulator.books().orders).toBe(1))
    const create = () => desk.client.platform.createOrder({ kind: 'renewal', certificateId }, desk.key)
    expect(await watching(desk.seen, create)).toMatchObject({ wasThere: false })
    expect([desk.seen.map(({ key }) => key), desk.pauses]).toEqual([
      [desk.key, desk.key, desk.key],
      [250, 1000],
    ])
    expect(desk.simulator.books().orders).toBe(1)
  })

  it('three calls at once with one key send one SMS', async () => {
    const desk = await newDesk()
    const { id: orderId } = await placed(desk)
    const calls = [1, 2, 3].map(() => desk.client.platform.requestSms(orderId, desk.key))
    const ids = new Set((await Promise.all(calls)).map(({ id }) => id))
    expect([ids.size, desk.simulator.books().sms]).toEqual([1, 1])
  })
})
