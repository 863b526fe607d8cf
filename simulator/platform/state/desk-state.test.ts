/** What came after the orders: captchas, seals, maintenance, and the day of the opening. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import * as z from 'zod'
import { createPlatformSimulator } from '../platform-simulator.ts'
import { createContractClient } from '../testing/contract-client.ts'
import { dayMs, openOffice } from '../testing/office.ts'
import { sealPicture } from '../testing/pictures.ts'

let folder: string
let stateFile: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'platform-state-'))
  stateFile = join(folder, 'platform.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

async function filledOffice() {
  const office = await openOffice({ stateFile })
  const { client, enrol } = office
  const { certificateId } = await enrol(27, undefined, { zone: 'core' })
  const { id: sealId } = await client.call('createSeal', { body: { type: 'oval', name: '椭圆章', certificateId } })
  await client.call('putSealImage', { params: { sealId }, upload: sealPicture() })
  const { id: orderId } = await client.call('createOrder', { body: { kind: 'renewal', certificateId } })
  await client.call('cancelOrder', { params: { orderId } })
  return { ...office, sealId, certificateId, orderId }
}

/** All that anybody can read there, logged in as the demonstration account. */
async function readAll({ client }: Awaited<ReturnType<typeof openOffice>>) {
  return {
    certificates: await client.call('listCertificates', { query: {} }),
    orders: await client.call('listOrders', { query: {} }),
    seals: await client.call('listSeals', { query: {} }),
    announcements: await client.call('listAnnouncements', { query: {} }),
    faqs: await client.call('listFaqs', { query: {} }),
    downloads: await client.call('listDownloads', { query: {} }),
    enquiries: await client.call('listEnquiries', { query: {} }),
    shipments: await client.call('listShipments', { query: {} }),
  }
}

test('everything that can be read is the same after a restart', async () => {
  const before = await filledOffice()
  const all = await readAll(before)
  await before.simulator.close()
  const after = await openOffice({ stateFile })
  expect(await readAll(after)).toEqual(all)
  expect(all.orders.items[0]?.endedAt).toBeDefined()
  expect(all.certificates.items[0]?.zone).toBe('core')
})

test('the picture of a seal and its review go on after a restart', async () => {
  const before = await filledOffice()
  await before.simulator.moveSeal({ type: 'seal-reject', sealId: before.sealId, reason: '不清晰' })
  await before.simulator.close()
  const { client, simulator } = await openOffice({ stateFile })
  const params = { sealId: before.sealId }
  expect(await client.call('getSeal', { params })).toMatchObject({ state: 'rejected', rejection: '不清晰' })
  expect(Buffer.from(await client.call('getSealImage', { params })).equals(sealPicture())).toBe(true)
  await client.call('putSealImage', { params, upload: sealPicture() })
  await simulator.moveSeal({ type: 'seal-approve', ...params })
  await client.refused('deleteSeal', { params })
})

test('a captcha, wrong passwords and the calls of the last minute are remembered', async () => {
  const options = { stateFile, perMinute: { captcha: 1, login: 600 } }
  const before = await openOffice(options)
  const wrong = { account: 'demo', password: 'no' }
  for (let n = 0; n < 3; n++) await before.client.refused('login', { body: wrong })
  const { id } = await before.client.call('createCaptcha', {})
  await before.simulator.close()

  const simulator = await createPlatformSimulator({ ...options, families: [] })
  onTestFinished(() => simulator.close())
  const client = createContractClient((await simulator.listen()).origin)
  const body = { account: 'demo', password: 'demo-password' }
  expect((await client.refused('createCaptcha', {})).code).toBe('rate.limited')
  expect((await client.refused('login', { body })).code).toBe('auth.captcha-required')
  await client.call('login', { body: { ...body, captcha: { id, answer: simulator.captchaAnswer(id) } } })
})

test('maintenance goes on after a restart', async () => {
  const before = await openOffice({ stateFile })
  const now = before.simulator.clock.now()
  const window = { from: now + dayMs, until: now + 2 * dayMs, notice: '升级数据库' }
  await before.simulator.setMaintenance(window)
  await before.simulator.close()
  const { client, simulator } = await openOffice({ stateFile })
  expect((await client.call('getService', {})).maintenance?.notice).toBe('升级数据库')
  simulator.clock.setOffset(dayMs + 1000)
  expect((await client.refused('listFaqs', { query: {} })).code).toBe('service.maintenance')
})

const Unknown = z.record(z.string(), z.unknown())
const OldState = z.looseObject({ certificates: z.array(Unknown), orders: z.array(Unknown) })

test('a file from before all that is read, and the platform opens on that day', async () => {
  const before = await filledOffice()
  await before.simulator.close()
  const { certificates, orders, ...rest } = OldState.parse(JSON.parse(readFileSync(stateFile, 'utf8')))
  delete rest['seals']
  delete rest['captchas']
  delete rest['recentCalls']
  delete rest['openedAt']
  for (const certificate of certificates) delete certificate['zone']
  for (const order of orders) delete order['endedAt']
  writeFileSync(stateFile, JSON.stringify({ ...rest, certificates, orders }))

  const office = await openOffice({ stateFile })
  const all = await readAll(office)
  expect([all.seals.total, all.orders.total, all.certificates.total]).toEqual([0, 1, 1])
  expect([all.orders.items[0]?.endedAt, all.certificates.items[0]?.zone]).toEqual([undefined, undefined])
  const age = office.simulator.clock.now() - Date.parse(all.announcements.items[0]?.publishedAt ?? '')
  expect(Math.floor(age / dayMs)).toBe(20)
  await office.simulator.close()
  expect((await readAll(await openOffice({ stateFile }))).announcements).toEqual(all.announcements)
})
