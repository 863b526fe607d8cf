import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { createContractClient } from '../testing/contract-client.ts'
import { dayMs, openOffice, sha256 } from '../testing/office.ts'

/** Oldest first: one that was cancelled, one that is done, one that waits for its code. */
async function threeOrders() {
  const office = await openOffice({ sessionMs: 30 * dayMs })
  const { client, enrol, orderFor, simulator } = office
  const certificates = [await enrol(27), await enrol(20), await enrol(-5, undefined, { cardNumber: 'C' })] as const
  const cancelled = await orderFor(certificates[0])
  await client.call('cancelOrder', { params: { orderId: cancelled.id } })
  const completed = await office.readyOrderFor(certificates[1])
  await office.submit(certificates[1], completed)
  const params = { orderId: completed.id }
  const { signingCertificate } = await client.call('getIssued', { params })
  const body = { signingCertificateSha256: sha256(signingCertificate), installed: true }
  await client.call('confirmOrder', { params, body })
  const waiting = await orderFor(certificates[2], 'repair')
  const list = async (query: Parameters<typeof client.call<'listOrders'>>[1]['query']) =>
    (await client.call('listOrders', { query })).items
  const ids = async (query: Parameters<typeof list>[0]) => (await list(query)).map(({ id }) => id)
  return { ...office, simulator, certificates, orders: { cancelled, completed, waiting }, list, ids }
}

test('orders come newest first, page by page', async () => {
  const { client, orders, ids } = await threeOrders()
  expect(await ids({})).toEqual([orders.waiting.id, orders.completed.id, orders.cancelled.id])
  expect(await ids({ page: 2, pageSize: 2 })).toEqual([orders.cancelled.id])
  expect((await client.call('listOrders', { query: { pageSize: 1 } })).total).toBe(3)
  expect((await client.refused('listOrders', { query: { page: 0 } })).code).toBe('request.invalid')
})

test('orders are found by certificate, state, and whether they are over', async () => {
  const { orders, ids, certificates } = await threeOrders()
  expect(await ids({ certificateId: certificates[1].certificateId })).toEqual([orders.completed.id])
  expect(await ids({ certificateId: 'none' })).toEqual([])
  expect(await ids({ state: 'cancelled' })).toEqual([orders.cancelled.id])
  expect(await ids({ active: 'true' })).toEqual([orders.waiting.id])
  expect(await ids({ active: 'false' })).toEqual([orders.completed.id, orders.cancelled.id])
  expect(await ids({ active: 'true', state: 'completed' })).toEqual([])
})

test('an order shows its certificate, and since when it is over', async () => {
  const { client, orders, list, certificates, simulator } = await threeOrders()
  const [waiting, completed, cancelled] = await list({})
  const native = new X509Certificate(certificates[2].certificate)
  expect(waiting?.certificate).toEqual({
    commonName: '示例科技（北京）有限公司',
    cardNumber: 'C',
    serialNumber: native.serialNumber,
    notAfter: native.validToDate.toISOString(),
  })
  expect(waiting?.endedAt).toBeUndefined()
  expect(completed?.certificate?.serialNumber).toBe(new X509Certificate(certificates[1].certificate).serialNumber)
  expect([completed, cancelled].map((order) => Date.parse(order?.endedAt ?? '') <= simulator.clock.now())).toEqual([
    true,
    true,
  ])
  expect(await client.call('getOrder', { params: { orderId: orders.waiting.id } })).toEqual(waiting)
  simulator.clock.setOffset(dayMs)
  const [expired] = await list({ state: 'expired' })
  expect([expired?.id, expired?.endedAt]).toEqual([orders.waiting.id, waiting?.expiresAt])
})

test('an order that was rejected is over as well', async () => {
  const office = await openOffice({ review: true })
  const old = await office.enrol(27)
  const order = await office.readyOrderFor(old)
  await office.submit(old, order)
  await office.simulator.reject(order.id, '单位名称已变更')
  const { items } = await office.client.call('listOrders', { query: { active: 'false' } })
  expect(items.map(({ state, endedAt }) => [state, endedAt !== undefined])).toEqual([['rejected', true]])
})

test('the orders of another account are not in the list', async () => {
  const { origin } = await threeOrders()
  const other = createContractClient(origin)
  await other.login('demo-2', 'demo-password-2')
  expect(await other.call('listOrders', { query: {} })).toMatchObject({ items: [], total: 0 })
})
