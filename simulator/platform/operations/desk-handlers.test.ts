import { expect, test } from 'vitest'
import { createContractClient } from '../testing/contract-client.ts'
import { openOffice } from '../testing/office.ts'

test('the demonstration account has asked and was answered, newest first', async () => {
  const { client } = await openOffice()
  const { items, total } = await client.call('listEnquiries', { query: {} })
  expect([items.map(({ state }) => state), total]).toEqual([['open', 'answered', 'closed'], 3])
  expect(items.map(({ answer, answeredAt }) => [answer === undefined, answeredAt === undefined])).toEqual([
    [true, true],
    [false, false],
    [false, false],
  ])
  const asked = items.map(({ askedAt }) => Date.parse(askedAt))
  expect(asked).toEqual(asked.toSorted((a, b) => b - a))
  expect((await client.call('listEnquiries', { query: { page: 2, pageSize: 2 } })).items).toEqual(items.slice(2))
})

test('its parcels are prepared, on their way and delivered, and belong to no order', async () => {
  const { client } = await openOffice()
  const { items } = await client.call('listShipments', { query: {} })
  expect(
    items.map(({ state, shippedAt, deliveredAt }) => [state, shippedAt !== undefined, deliveredAt !== undefined]),
  ).toEqual([
    ['preparing', false, false],
    ['shipped', true, false],
    ['delivered', true, true],
  ])
  expect(items.every(({ orderId }) => orderId === undefined)).toBe(true)
  for (const { createdAt, shippedAt, deliveredAt } of items) {
    const moments = [createdAt, shippedAt, deliveredAt].flatMap((at) => (at === undefined ? [] : [Date.parse(at)]))
    expect(moments).toEqual(moments.toSorted((a, b) => a - b))
  }
})

test('another account has none of them', async () => {
  const { origin } = await openOffice()
  const other = createContractClient(origin)
  await other.login('demo-2', 'demo-password-2')
  expect((await other.call('listEnquiries', { query: {} })).total).toBe(0)
  expect((await other.call('listShipments', { query: {} })).total).toBe(0)
})
