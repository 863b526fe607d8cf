// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createFakeDesktop, type FakeDesktop } from '../../../tests/support/fake-desktop.ts'
import {
  everything,
  knownNow,
  notKept,
  sampleAnnouncement,
  sampleDownload,
  sampleTransfer,
} from '../../../tests/support/sample-content.ts'
import type { Transfer } from '../../shared/ipc/models-transfers.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
import { openArticle } from '../help/open-article.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'
import { press } from '../testing/wizard.ts'

afterEach(forgetApp)

const page = { page: 1, pageSize: 20, total: 1 }
const unreachable = { ok: false, failure: { code: 'platform.unreachable' } } as const

async function openHelp(desktop: FakeDesktop, tab?: RegExp | string, overview = everything) {
  desktop.answer('content:overview', () => ({ ok: true, value: overview }))
  const user = await renderApp(desktop)
  await press(user, /^帮助中心/)
  if (tab !== undefined) await user.click(await screen.findByRole('tab', { name: tab }))
  return user
}

const inputsOf = ({ calls }: FakeDesktop, channel: string) =>
  calls.filter((call) => call.channel === channel).map(({ input }) => input)

test('only what the platform offers is there, and the articles always', async () => {
  await openHelp(createFakeDesktop(), undefined, { parts: ['downloads'], unread: 0 })
  expect((await screen.findAllByRole('tab')).map(({ textContent }) => textContent)).toEqual(['知识库', '下载'])
  expect(await screen.findByRole('button', { name: '忘记 PIN' })).toBeDefined()
})

test('a platform that offers nothing of it leaves the articles alone', async () => {
  await openHelp(createFakeDesktop(), undefined, { parts: [], unread: 0 })
  expect(await screen.findByRole('button', { name: '忘记 PIN' })).toBeDefined()
  expect(screen.queryByRole('tab')).toBeNull()
})

test('unread announcements are marked, counted, and opened in their place', async () => {
  const desktop = createFakeDesktop()
  const items = [
    sampleAnnouncement({ id: 'a-0', title: '办理说明', pinned: true }),
    sampleAnnouncement({ isUnread: true }),
  ]
  desktop.answer('content:list-announcements', () => knownNow({ ...page, items }))
  const user = await openHelp(desktop, '公告（1 条未读）', { ...everything, unread: 1 })
  expect(screen.getByRole('button', { name: /^帮助中心.*1 条未读公告$/ })).toBeDefined()
  const list = within(await screen.findByRole('list', { name: '公告列表' }))
  expect(list.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    '办理说明置顶',
    '未读系统例行维护时间安排',
  ])
  await user.click(list.getByRole('button', { name: /系统例行维护/ }))
  expect(await screen.findByRole('article', { name: '系统例行维护时间安排' })).toBeDefined()
  expect(document.activeElement?.textContent).toBe('返回')
  act(() => desktop.emit('content:changed', everything))
  expect(screen.getByRole('button', { name: '帮助中心' })).toBeDefined()
  await press(user, '返回')
  expect(await screen.findByRole('tab', { name: '公告', selected: true })).toBeDefined()
})

test('what is kept is shown with its age while the platform cannot be reached, until it answers', async () => {
  const desktop = createFakeDesktop()
  const fetchedAt = '2026-11-20T08:00:00.000Z'
  const value = { ...page, items: [sampleAnnouncement()], fetchedAt }
  desktop.answer('content:list-announcements', ({ source }) =>
    source === 'kept' ? { ok: true, value: { isKnown: true, value } } : unreachable,
  )
  const user = await openHelp(desktop, '公告')
  const age = `下面的内容更新于 ${localDateTime(new Date(fetchedAt))}，之后的变化没有包括在内。`
  expect(await screen.findByText(age)).toBeDefined()
  expect(screen.getByText('系统例行维护时间安排')).toBeDefined()
  desktop.answer('content:list-announcements', () => knownNow({ ...page, items: [] }))
  await press(user, '重试')
  expect(await screen.findByText('还没有公告')).toBeDefined()
  expect(screen.queryByText(age)).toBeNull()
})

test('where nothing is kept, only the failure is shown', async () => {
  const desktop = createFakeDesktop()
  desktop.answer('content:list-downloads', ({ source }) => (source === 'kept' ? notKept : unreachable))
  await openHelp(desktop, '下载')
  expect(await screen.findByRole('alert')).toBeDefined()
  expect(screen.queryByRole('list', { name: '可下载的文件' })).toBeNull()
})

test('pages of announcements are turned', async () => {
  const desktop = createFakeDesktop()
  desktop.answer('content:list-announcements', (query) =>
    knownNow({
      ...page,
      total: 45,
      page: query.page,
      items: [sampleAnnouncement({ title: `第 ${query.page} 页的公告` })],
    }),
  )
  const user = await openHelp(desktop, '公告')
  await screen.findByText('第 1 页的公告')
  await user.click(within(screen.getByRole('navigation', { name: '分页' })).getByText('3'))
  expect(await screen.findByText('第 3 页的公告')).toBeDefined()
})

test('a link of the platform is asked about, and then opened by its number', async () => {
  const desktop = createFakeDesktop()
  const user = await openHelp(desktop)
  act(() => openArticle('announcement:a-7'))
  await user.click(await screen.findByRole('button', { name: '详情（打开 example.com）' }))
  // In tests every dialog of antd has the same id for its title, so they are told apart by their order.
  await waitFor(() => expect(screen.getAllByRole('dialog')).toHaveLength(2))
  const dialog = within(screen.getAllByRole('dialog')[1] ?? document.body)
  expect(dialog.getByText('打开网页')).toBeDefined()
  expect(dialog.getByText('https://example.com/a')).toBeDefined()
  expect(inputsOf(desktop, 'content:open-link')).toEqual([])
  await user.click(dialog.getByRole('button', { name: '复制地址' }))
  expect(await navigator.clipboard.readText()).toBe('https://example.com/a')
  desktop.answer('content:open-link', () => ({ ok: true, value: { isOpened: false } }))
  await user.click(dialog.getByRole('button', { name: '用浏览器打开' }))
  expect(await dialog.findByText(/没有打开浏览器/)).toBeDefined()
  desktop.answer('content:open-link', () => ({ ok: true, value: { isOpened: true } }))
  await user.click(dialog.getByRole('button', { name: '用浏览器打开' }))
  await waitFor(() => expect(screen.queryByText('打开网页')).toBeNull())
  expect(inputsOf(desktop, 'content:open-link').at(-1)).toEqual({ kind: 'announcement', id: 'a-7', number: 0 })
})

test('questions are listed by what they are about, and found beside the articles', async () => {
  const desktop = createFakeDesktop()
  desktop.answer('knowledge:search', () => ({
    ok: true,
    value: [{ reference: 'faq:f-1', title: '发票怎么开', snippet: '电子发票当天开出' }],
  }))
  const user = await openHelp(desktop, '常见问答')
  const group = within(await screen.findByRole('region', { name: '费用' }))
  await user.click(group.getByRole('button', { name: '发票怎么开' }))
  expect(await screen.findByRole('article', { name: '发票怎么开' })).toBeDefined()
  await user.type(screen.getByRole('combobox', { name: '搜索帮助' }), '发票')
  const hit = await screen.findByRole('option')
  expect(hit.textContent).toBe('发票怎么开常见问答电子发票当天开出')
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('article', { name: '发票怎么开' })).toBeDefined()
})

test('a question that is gone is said to be', async () => {
  const desktop = createFakeDesktop()
  desktop.answer('content:read-faq', () => notKept)
  await openHelp(desktop)
  act(() => openArticle('faq:f-9'))
  expect(await screen.findByText('这个问答已不在平台上')).toBeDefined()
})

test('a file is downloaded, paused, continued, shown, and says how far it is', async () => {
  const desktop = createFakeDesktop()
  const user = await openHelp(desktop, '下载')
  await press(user, '下载：USB Key 驱动')
  expect(inputsOf(desktop, 'content:start-download')).toEqual([{ downloadId: 'd-1' }])
  const { id: transferId } = sampleTransfer()
  const become = (changes: Partial<Transfer>) => {
    const transfers = [sampleTransfer(changes)]
    for (const action of ['continue', 'pause', 'remove'] as const) {
      desktop.answer(`content:${action}-download`, () => ({ ok: true, value: transfers }))
    }
    act(() => desktop.emit('content:transfers', transfers))
  }
  become({})
  expect(await screen.findByText('正在下载 1 MB / 3 MB')).toBeDefined()
  expect(screen.getByRole('progressbar', { name: '下载进度：USB Key 驱动' }).getAttribute('aria-valuenow')).toBe('33')
  await press(user, '暂停：USB Key 驱动')
  become({ state: 'stopped', failure: { code: 'content.diskFull' } })
  expect(await screen.findByText('磁盘空间不足')).toBeDefined()
  await press(user, '继续：USB Key 驱动')
  await press(user, '取消下载：USB Key 驱动')
  become({ state: 'done', received: 3 << 20 })
  expect(await screen.findByText('已下载并核对一致：driver.bin')).toBeDefined()
  desktop.failOnce('content:show-download', 'content.fileGone')
  await press(user, '打开所在文件夹：USB Key 驱动')
  expect(await screen.findByText('找不到已下载的文件')).toBeDefined()
  for (const action of ['pause', 'continue', 'remove', 'show']) {
    expect(inputsOf(desktop, `content:${action}-download`)).toEqual([{ transferId }])
  }
})

test('a file that was replaced at the platform is said to be old', async () => {
  const desktop = createFakeDesktop()
  desktop.answer('content:list-downloads', () =>
    knownNow({ ...page, items: [sampleDownload({ sha256: 'cd'.repeat(32) })] }),
  )
  desktop.answer('content:list-transfers', () => ({ ok: true, value: [sampleTransfer({ state: 'done' })] }))
  await openHelp(desktop, '下载')
  expect(await screen.findByText(/平台上已有更新的文件/)).toBeDefined()
})
