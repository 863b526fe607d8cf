import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { dayMs, openOffice } from '../testing/office.ts'

async function loggedOut() {
  const office = await openOffice()
  await office.client.call('logout', {})
  return office
}

test('announcements are read without a login: pinned first, then the newest', async () => {
  const { client, simulator } = await loggedOut()
  const { items, total } = await client.call('listAnnouncements', { query: {} })
  expect(items.map(({ title, pinned }) => [title, pinned])).toEqual([
    ['证书延期与修复办理说明', true],
    ['系统例行维护时间安排', false],
    ['关于规范电子印章图片的通知', false],
    ['请及时核对预留手机号', false],
    ['用户工具替代浏览器控件的说明', false],
  ])
  expect(total).toBe(5)
  for (const { publishedAt } of items) expect(Date.parse(publishedAt)).toBeLessThan(simulator.clock.now())
  const page = await client.call('listAnnouncements', { query: { page: 2, pageSize: 2 } })
  expect(page).toMatchObject({ items: items.slice(2, 4), page: 2, pageSize: 2, total: 5 })
  expect((await client.call('listAnnouncements', { query: { page: 9 } })).items).toEqual([])
})

test('every announcement of the list can be opened, and no other', async () => {
  const { client } = await loggedOut()
  const { items } = await client.call('listAnnouncements', { query: {} })
  for (const summary of items) {
    const announcement = await client.call('getAnnouncement', { params: { announcementId: summary.id } })
    expect(announcement).toMatchObject(summary)
    expect(announcement.body.length).toBeGreaterThan(50)
  }
  expect((await client.refused('getAnnouncement', { params: { announcementId: 'none' } })).code).toBe(
    'announcement.not-found',
  )
  expect((await client.refused('getAnnouncement', { params: { announcementId: 'a b' } })).code).toBe('request.invalid')
})

test('questions are found by words of question, answer and category', async () => {
  const { client } = await loggedOut()
  const found = async (search: string) =>
    (await client.call('listFaqs', { query: { search } })).items.map(({ id }) => id)
  expect((await client.call('listFaqs', { query: {} })).total).toBe(14)
  expect(await found('未生效')).toEqual(['faq-not-effective'])
  expect(await found('office')).toEqual(['faq-conflict'])
  expect(await found(' 登录与短信 ')).toEqual(['faq-no-sms', 'faq-wrong-code', 'faq-locked'])
  expect(await found('没有人这样问')).toEqual([])
  const page = await client.call('listFaqs', { query: { page: 3, pageSize: 5 } })
  expect([page.items.length, page.total]).toEqual([4, 14])
  expect((await client.refused('listFaqs', { query: { search: 'x'.repeat(65) } })).code).toBe('request.invalid')
})

test('every file is as large as the list says, and has its hash', async () => {
  const { client } = await loggedOut()
  const { items } = await client.call('listDownloads', { query: {} })
  expect(items.map(({ fileName, size }) => [fileName, size > 3_000_000])).toEqual([
    ['USB-Key-驱动-演示数据.bin', true],
    ['印章图片处理方法及要求.txt', false],
    ['证书延期操作说明.txt', false],
  ])
  for (const { id, size, sha256 } of items) {
    const octets = await client.call('getDownloadContent', { params: { downloadId: id } })
    expect([octets.length, createHash('sha256').update(octets).digest('hex')]).toEqual([size, sha256])
  }
  const text = await client.call('getDownloadContent', { params: { downloadId: 'file-seal-requirements' } })
  expect(Buffer.from(text).toString()).toContain('PNG 格式，透明或白色背景')
  expect((await client.refused('getDownloadContent', { params: { downloadId: 'none' } })).code).toBe(
    'download.not-found',
  )
})

test('what was published keeps its date while time goes on', async () => {
  const { client, simulator } = await loggedOut()
  const before = await client.call('listAnnouncements', { query: {} })
  simulator.clock.setOffset(40 * dayMs)
  expect(await client.call('listAnnouncements', { query: {} })).toEqual(before)
})
