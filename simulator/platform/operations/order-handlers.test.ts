import { expect, test } from 'vitest'
import { dayMs, openOffice } from '../testing/office.ts'

test('a second order for a certificate names the first', async () => {
  const { client, enrol, orderFor } = await openOffice()
  const enrolled = await enrol(27)
  const order = await orderFor(enrolled)
  const body = { kind: 'renewal', certificateId: enrolled.certificateId } as const
  expect(await client.refused('createOrder', { body })).toMatchObject({
    code: 'order.active-exists',
    existingOrderId: order.id,
  })
})

test.each([
  [200, 'renewal'],
  [27, 'repair'],
  [-12, 'renewal'],
  [-366, 'repair'],
] as const)('a certificate with %i days left cannot have a %s', async (daysLeft, kind) => {
  const { client, enrol } = await openOffice()
  const { certificateId } = await enrol(daysLeft, undefined, { notBefore: Date.now() - 800 * dayMs })
  expect((await client.refused('createOrder', { body: { kind, certificateId } })).code).toBe(
    'certificate.not-renewable',
  )
})

test('a certificate that is not valid yet cannot be renewed', async () => {
  const { client, enrol } = await openOffice()
  const { certificateId } = await enrol(40, undefined, { notBefore: Date.now() + dayMs })
  const body = { kind: 'renewal', certificateId } as const
  expect((await client.refused('createOrder', { body })).code).toBe('certificate.not-renewable')
})

test('a cancelled order makes room for another', async () => {
  const { client, enrol, orderFor } = await openOffice()
  const enrolled = await enrol(27)
  const { id: orderId } = await orderFor(enrolled)
  expect((await client.call('cancelOrder', { params: { orderId } })).state).toBe('cancelled')
  expect((await client.refused('requestSms', { params: { orderId } })).code).toBe('order.wrong-state')
  expect((await orderFor(enrolled)).id).not.toBe(orderId)
})

test('an order that is left alone expires after half an hour', async () => {
  const { client, simulator, enrol, orderFor } = await openOffice({ sessionMs: dayMs })
  const { id: orderId } = await orderFor(await enrol(27))
  simulator.clock.setOffset(31 * 60_000)
  expect((await client.refused('requestSms', { params: { orderId } })).code).toBe('order.expired')
  expect((await client.call('getOrder', { params: { orderId } })).state).toBe('expired')
})

test('an issued certificate waits seven days, then it is revoked and the old one stays', async () => {
  const office = await openOffice({ sessionMs: 30 * dayMs })
  const { client, simulator } = office
  const old = await office.enrol(27)
  const order = await office.readyOrderFor(old)
  await office.submit(old, order)
  const params = { orderId: order.id }
  expect((await client.refused('cancelOrder', { params })).code).toBe('order.wrong-state')
  simulator.clock.setOffset(7 * dayMs - 60_000)
  expect((await client.call('getOrder', { params })).state).toBe('issued')
  simulator.clock.setOffset(7 * dayMs + 60_000)
  expect((await client.call('getOrder', { params })).state).toBe('expired')
  const { items } = await client.call('listCertificates', { query: {} })
  expect(items.map(({ status }) => status)).toEqual(['expiring', 'revoked'])
})
