import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openOffice } from '../testing/office.ts'

test('the same key gives the first answer again, also after a new login', async () => {
  const { client, simulator, enrol } = await openOffice()
  const { certificateId } = await enrol(27)
  const request = { body: { kind: 'renewal', certificateId } } as const
  const key = randomUUID()
  const first = await client.send('createOrder', request, key)
  await client.call('logout', {})
  await client.login()
  const second = await client.send('createOrder', request, key)
  expect(second.answer).toEqual(first.answer)
  expect([first.headers.get('idempotent-replayed'), second.headers.get('idempotent-replayed')]).toEqual([null, 'true'])
  expect(simulator.books().orders).toBe(1)
})

test('a refusal is kept: a wrong code that is repeated costs one attempt', async () => {
  const { client, orderFor, enrol } = await openOffice()
  const { id: orderId } = await orderFor(await enrol(27))
  const { id: challengeId } = await client.call('requestSms', { params: { orderId } })
  const request = { params: { orderId, challengeId }, body: { code: '0000' } }
  const key = randomUUID()
  const attempts = [
    await client.refused('verifySms', request, key),
    await client.refused('verifySms', request, key),
    await client.refused('verifySms', request),
  ]
  expect(attempts.map(({ attemptsLeft }) => attemptsLeft)).toEqual([4, 4, 3])
})

test('a refusal for now (429) is not kept', async () => {
  const { client, simulator, orderFor, enrol } = await openOffice({ smsResendMs: 60_000 })
  const { id: orderId } = await orderFor(await enrol(27))
  await client.call('requestSms', { params: { orderId } })
  const key = randomUUID()
  expect((await client.refused('requestSms', { params: { orderId } }, key)).code).toBe('sms.too-soon')
  simulator.clock.setOffset(61_000)
  await client.call('requestSms', { params: { orderId } }, key)
  expect(simulator.books().sms).toBe(2)
})

test('the same key with other content is refused', async () => {
  const { client, enrol } = await openOffice()
  const [one, other] = [await enrol(27), await enrol(20)]
  const key = randomUUID()
  await client.call('createOrder', { body: { kind: 'renewal', certificateId: one.certificateId } }, key)
  const request = { body: { kind: 'renewal', certificateId: other.certificateId } } as const
  expect(await client.refused('createOrder', request, key)).toMatchObject({
    code: 'request.idempotency-key-reused',
    status: 422,
  })
})

test('the same key for another operation is another key', async () => {
  const { client, enrol, orderFor } = await openOffice()
  const { id: orderId } = await orderFor(await enrol(27))
  const key = randomUUID()
  await client.call('requestSms', { params: { orderId } }, key)
  expect((await client.call('cancelOrder', { params: { orderId } }, key)).state).toBe('cancelled')
})

test('a keyed operation needs a key of the right form', async () => {
  const { client, enrol } = await openOffice()
  const { certificateId } = await enrol(27)
  const request = { body: { kind: 'renewal', certificateId } } as const
  for (const key of ['', 'short', 'a key with blanks in it']) {
    expect(await client.refused('createOrder', request, key)).toMatchObject({ code: 'request.invalid', status: 400 })
  }
})

test('three calls at once with one key send one SMS', async () => {
  const { client, simulator, enrol, orderFor } = await openOffice()
  const { id: orderId } = await orderFor(await enrol(27))
  simulator.faults.arm({ kind: 'slow-commit', operation: 'requestSms' })
  const key = randomUUID()
  const all = await Promise.all([1, 2, 3].map(() => client.send('requestSms', { params: { orderId } }, key)))
  expect(all.map(({ problem }) => problem?.code ?? 'done').sort()).toEqual([
    'done',
    'request.idempotency-in-progress',
    'request.idempotency-in-progress',
  ])
  expect(simulator.books().sms).toBe(1)
})
