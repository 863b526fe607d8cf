/** 帮助中心's platform part by the real main code, in front of the simulator. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Transfer } from '../../src/shared/ipc/models-transfers.ts'
import { startApp, type AppUnderTest } from '../support/app-under-test.ts'
import { createDesk, type Desk } from '../support/desk.ts'

let desk: Desk
let app: AppUnderTest
beforeEach(async () => {
  desk = await createDesk('soft')
})
afterEach(async () => {
  await app.close()
  await desk.remove()
})

const start = async () => {
  app = await startApp(desk, { chooseSavePath: (suggestion) => Promise.resolve(join(desk.userData, suggestion)) })
  await app.value('platform:check', {})
}

/** Waits until the one transfer is in this state. */
async function transferIn(state: Transfer['state']): Promise<Transfer> {
  await expect
    .poll(async () => (await app.value('content:list-transfers', {}))[0]?.state, { timeout: 20_000 })
    .toBe(state)
  const [transfer] = await app.value('content:list-transfers', {})
  if (transfer === undefined) throw new Error('there is no transfer')
  return transfer
}

it('tells by itself what is new, and keeps it for when the platform is gone', async () => {
  await start()
  await expect
    .poll(() => app.value('content:overview', {}))
    .toEqual({
      parts: ['announcements', 'downloads', 'faqs'],
      unread: 2,
    })
  await app.value('content:read-announcement', { id: 'notice-maintenance', source: 'platform' })
  expect(await app.value('content:overview', {})).toMatchObject({ unread: 1 })
  await app.close()
  await desk.simulator.close()
  await start()
  expect(await app.value('content:overview', {})).toMatchObject({ unread: 1 })
  const kept = await app.value('content:list-announcements', { page: 1, source: 'kept' })
  expect(kept.isKnown && kept.value.items.map(({ id, isUnread }) => [id, isUnread]).slice(0, 2)).toEqual([
    ['notice-renewal', true],
    ['notice-maintenance', false],
  ])
  expect(await app.call('content:list-announcements', { page: 1, source: 'platform' })).toMatchObject({
    ok: false,
    failure: { code: 'platform.unreachable' },
  })
})

it('finds a question of the platform beside the articles', async () => {
  await start()
  await expect.poll(async () => (await app.value('content:list-faqs', { source: 'kept' })).isKnown).toBe(true)
  const hits = await app.value('knowledge:search', { query: '投标文件打不开' })
  expect(hits.map(({ reference }) => reference)).toEqual(
    expect.arrayContaining(['encrypted-bids', 'faq:faq-bid-files']),
  )
  const faq = await app.value('content:read-faq', { id: 'faq-interrupted' })
  expect(faq.isKnown && faq.value.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'list', 'paragraph'])
})

it('a file that is cut off twice goes on where it was, over a restart, and is what was published', async () => {
  await start()
  const list = await app.value('content:list-downloads', { page: 1, source: 'platform' })
  const file = list.isKnown ? list.value.items.find(({ id }) => id === 'file-driver') : undefined
  if (file === undefined) throw new Error('the file is not listed')
  const half = file.size / 2
  desk.simulator.faults.arm({ kind: 'truncated', operation: 'getDownloadContent' })
  await app.value('content:start-download', { downloadId: file.id })
  const stopped = await transferIn('stopped')
  expect(stopped).toMatchObject({ failure: { code: 'platform.unreachable' } })
  // What was still on its way when the line broke is lost with it.
  expect(stopped.received).toBeGreaterThan(0)
  expect(stopped.received).toBeLessThanOrEqual(half)
  expect(statSync(join(desk.userData, `${stopped.fileName}.part`)).size).toBe(stopped.received)
  await app.close()

  await start()
  expect(await transferIn('paused')).toMatchObject({ id: stopped.id, received: stopped.received })
  desk.simulator.faults.arm({ kind: 'truncated', operation: 'getDownloadContent' })
  await app.value('content:continue-download', { transferId: stopped.id })
  const further = await transferIn('stopped')
  expect(further.received).toBeGreaterThan(stopped.received)
  expect(further.received).toBeLessThan(file.size)
  await app.value('content:continue-download', { transferId: stopped.id })
  const done = await transferIn('done')
  const octets = readFileSync(join(desk.userData, done.fileName))
  expect(createHash('sha256').update(octets).digest('hex')).toBe(file.sha256)
  expect(existsSync(join(desk.userData, `${done.fileName}.part`))).toBe(false)
  expect(await app.value('content:show-download', { transferId: done.id })).toEqual({ isShown: true })
  const events = app.published.filter(({ event }) => event === 'content:transfers')
  expect(events.length).toBeGreaterThan(2)
})

it('a download that is under way when the program ends is there to go on with', async () => {
  await start()
  await app.value('content:list-downloads', { page: 1, source: 'platform' })
  desk.simulator.faults.arm({ kind: 'hang', operation: 'getDownloadContent' })
  await app.value('content:start-download', { downloadId: 'file-seal-requirements' })
  await transferIn('loading')
  await app.close()
  await start()
  const { id } = await transferIn('paused')
  await app.value('content:continue-download', { transferId: id })
  expect((await transferIn('done')).fileName).toBe('印章图片处理方法及要求.txt')
})
