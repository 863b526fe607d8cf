import { expect, test } from 'vitest'
import { endpoints } from '../../../src/shared/platform/endpoints.ts'
import { optionalFeatures } from '../../../src/shared/platform/schemas/service.ts'
import { openOffice } from '../testing/office.ts'

test('names what it can, for which keys, and how much', async () => {
  const { client } = await openOffice({ smsResendMs: 59_500, families: ['rsa', 'p-256'] })
  const service = await client.call('getService', {})
  expect(service).toMatchObject({
    name: '证书在线服务平台',
    apiVersion: '1.0',
    features: [...optionalFeatures],
    keyAlgorithms: ['rsa-2048', 'rsa-3072', 'p-256'],
    limits: { sealImageBytes: endpoints.putSealImage.upload.maxBytes, smsPerDay: 20, smsResendSeconds: 60 },
  })
  expect(service.maintenance).toBeUndefined()
})

test('names only the keys that its authorities certify', async () => {
  const { client } = await openOffice({ families: ['p-256'] })
  expect((await client.call('getService', {})).keyAlgorithms).toEqual(['p-256'])
})

test('tells of maintenance before and while it is on, and not afterwards', async () => {
  const { client, simulator } = await openOffice()
  const now = simulator.clock.now()
  const window = { from: now + 60_000, until: now + 120_000, notice: '升级数据库' }
  await simulator.setMaintenance(window)
  const seen: unknown[] = []
  for (const offset of [0, 61_000, 121_000]) {
    simulator.clock.setOffset(offset)
    const { maintenance } = await client.call('getService', {})
    seen.push([maintenance?.notice, (await client.send('listFaqs', { query: {} })).status])
  }
  expect(seen).toEqual([
    ['升级数据库', 200],
    ['升级数据库', 503],
    [undefined, 200],
  ])
  simulator.clock.setOffset(0)
  expect((await client.call('getService', {})).maintenance).toEqual({
    from: new Date(window.from).toISOString(),
    until: new Date(window.until).toISOString(),
    notice: window.notice,
  })
})

test('maintenance can be called off, and cannot end before it begins', async () => {
  const { client, simulator } = await openOffice()
  const now = simulator.clock.now()
  await simulator.setMaintenance({ from: now - 1000, until: now + 60_000, notice: '升级' })
  expect((await client.refused('getSession', {})).code).toBe('service.maintenance')
  await simulator.setMaintenance(undefined)
  await client.call('getSession', {})
  await expect(simulator.setMaintenance({ from: now, until: now, notice: '升级' })).rejects.toThrow('ends before')
  expect((await client.call('getService', {})).maintenance).toBeUndefined()
})
