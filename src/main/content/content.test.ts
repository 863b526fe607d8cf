import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ContentOverview } from '../../shared/ipc/models-content.ts'
import { AppError } from '../app-error.ts'
import { createContent } from './content.ts'
import type { AnnouncementHead, ContentPlatform, Faq } from './ports.ts'
import { createShelves } from './shelves.ts'

const now = new Date('2026-11-23T08:00:00.000Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString()

const heads: readonly AnnouncementHead[] = [
  { id: 'top', title: '置顶', publishedAt: daysAgo(200), pinned: true },
  { id: 'new', title: '新的', publishedAt: daysAgo(3), pinned: false },
  { id: 'old', title: '旧的', publishedAt: daysAgo(60), pinned: false },
]
const faq: Faq = {
  id: 'f1',
  question: '怎么开发票',
  updatedAt: daysAgo(1),
  format: 'markdown',
  body: '见[这里](https://a.example/x)',
}
const everything = ['announcements', 'faqs', 'downloads', 'seals']

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'content-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

interface World {
  readonly address?: string
  readonly features?: readonly string[] | undefined
  readonly isOffline?: boolean
  readonly faqs?: readonly Faq[]
}

/** The program, started once, in front of a platform in this state. */
function start({ address = 'https://a.example', isOffline = false, faqs = [faq], ...world }: World = {}) {
  const asked: string[] = []
  const opened: string[] = []
  const published: ContentOverview[] = []
  const features = 'features' in world ? world.features : everything
  const answer = <T>(name: string, value: T): Promise<T> => {
    asked.push(name)
    return isOffline ? Promise.reject(new AppError('platform.unreachable')) : Promise.resolve(value)
  }
  const paged = <T>(items: readonly T[], page: number) => ({ items, page, pageSize: 100, total: items.length })
  const platform: ContentPlatform = {
    announcements: (page) => answer('announcements', paged(heads, page)),
    announcement: (id) => {
      const head = heads.find((one) => one.id === id)
      if (head === undefined) return Promise.reject(new AppError('platform.contentNotFound'))
      return answer(id, { ...head, format: 'plain', body: '正文' })
    },
    faqs: (page) => answer('faqs', paged(faqs, page)),
    downloads: (page) => answer('downloads', paged([], page)),
    openDownload: () => Promise.reject(new AppError('platform.contentNotFound')),
  }
  const content = createContent({
    ...{ platform, now: () => now },
    current: { name: () => address, features: () => features },
    shelvesOf: createShelves(join(folder, 'content'), (error) => {
      throw error
    }),
    publish: (overview) => published.push(overview),
    openPage: (url) => Promise.resolve(void opened.push(url)),
  })
  return { content, asked, opened, published }
}

it('looks once for what is new, and tells how much that is', async () => {
  const { content, asked, published } = start()
  await content.heard()
  await content.heard()
  expect(asked.toSorted()).toEqual(['announcements', 'faqs'])
  await expect.poll(() => published.at(-1)).toEqual({ parts: ['announcements', 'downloads', 'faqs'], unread: 2 })
})

it('asks for no part that is not offered, and shows none', async () => {
  const { content, asked } = start({ features: ['downloads', 'seals'] })
  await content.heard()
  expect(asked).toEqual([])
  expect(await content.overview()).toEqual({ parts: ['downloads'], unread: 0 })
})

it('what was opened counts as read, also after a restart', async () => {
  const first = start()
  const list = await first.content.announcements.list({ page: 1, source: 'platform' })
  expect(list.isKnown && list.value.items.map(({ isUnread }) => isUnread)).toEqual([true, true, false])
  await Promise.all(['top', 'new'].map((id) => first.content.announcements.read({ id, source: 'platform' })))
  const second = start({ isOffline: true, features: undefined })
  expect(await second.content.overview()).toEqual({ parts: [], unread: 0 })
  const kept = await second.content.announcements.list({ page: 1, source: 'kept' })
  expect(kept.isKnown && kept.value.items.map(({ isUnread }) => isUnread)).toEqual([false, false, false])
})

it('answers without the platform with what is kept, and says of when it is', async () => {
  const first = start()
  await first.content.heard()
  await first.content.announcements.read({ id: 'new', source: 'platform' })
  await first.content.downloads.list({ page: 1, source: 'platform' })
  const { content } = start({ isOffline: true, features: undefined })
  expect(await content.overview()).toEqual({ parts: ['announcements', 'downloads', 'faqs'], unread: 1 })
  expect(await content.announcements.read({ id: 'new', source: 'kept' })).toMatchObject({
    isKnown: true,
    value: { title: '新的', fetchedAt: now.toISOString(), blocks: [{ kind: 'paragraph' }] },
  })
  expect(await content.faqs.list({ source: 'kept' })).toMatchObject({ value: { items: [{ id: 'f1' }], total: 1 } })
  expect(await content.downloads.list({ page: 1, source: 'kept' })).toMatchObject({ isKnown: true })
  expect(await content.announcements.list({ page: 2, source: 'kept' })).toEqual({ isKnown: false })
  await expect(content.announcements.list({ page: 1, source: 'platform' })).rejects.toThrow('platform.unreachable')
})

it('shows nothing that another platform has published', async () => {
  await start().content.heard()
  const { content } = start({ address: 'https://b.example', isOffline: true, features: undefined })
  expect(await content.overview()).toEqual({ parts: [], unread: 0 })
  expect(await content.announcements.list({ page: 1, source: 'kept' })).toEqual({ isKnown: false })
  expect(await content.searchable()).toEqual([])
})

it('searches the same questions as long as they are the same', async () => {
  const { content } = start()
  await content.heard()
  const before = await content.searchable()
  expect(before).toHaveLength(1)
  await content.faqs.list({ source: 'platform' })
  expect(await content.searchable()).toBe(before)
})

it('opens the link of a text by its number, and no other address', async () => {
  const { content, opened } = start()
  await content.heard()
  expect(await content.openLink({ kind: 'faq', id: 'f1', number: 0 })).toEqual({ isOpened: true })
  expect(await content.openLink({ kind: 'faq', id: 'f1', number: 1 })).toEqual({ isOpened: false })
  expect(await content.openLink({ kind: 'announcement', id: 'top', number: 0 })).toEqual({ isOpened: false })
  expect(opened).toEqual(['https://a.example/x'])
})
