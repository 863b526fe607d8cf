/** The part of the samples that is about the platform's part of 帮助中心. */
import type { Channel } from '../../../shared/ipc/channels.ts'
import type { DownloadItem, FaqText } from '../../../shared/ipc/models-content.ts'
import type { EventPayload, Input, Output } from '../../../shared/ipc/contract.ts'

type ContentChannel = Extract<Channel, `content:${string}`>

const instant = '2026-11-23T08:00:00.000Z'
const transferId = '5e0e8c5c-7b1c-4f5e-9d2a-1f0b7c6d5e4f'
const page = { page: 1, pageSize: 20, total: 1, fetchedAt: instant }
const faq = { id: 'f1', question: '怎么开发票', category: '费用' }

const blocks: FaqText['blocks'] = [
  { kind: 'heading', text: '说明' },
  {
    kind: 'paragraph',
    content: [
      { kind: 'strong', text: '请看' },
      { kind: 'break' },
      { kind: 'link', text: '办事指南', url: 'https://example.com/', host: 'example.com', number: 0 },
    ],
  },
  { kind: 'list', isOrdered: true, start: 1, items: [[{ kind: 'quote', blocks: [{ kind: 'code', text: 'x' }] }]] },
]

const file: DownloadItem = {
  ...{ id: 'd1', name: '驱动', version: '1.0', fileName: 'driver.bin', size: 10, sha256: 'ab'.repeat(32) },
  ...{ updatedAt: instant, description: '说明' },
}

const transfers: EventPayload<'content:transfers'> = [
  {
    ...{ id: transferId, downloadId: 'd1', sha256: 'ab'.repeat(32), fileName: 'driver.bin', size: 10, received: 4 },
    ...{ state: 'stopped', failure: { code: 'content.diskFull', details: { outcome: 'not-done' } } },
  },
]

function known<T>(value: T) {
  return { isKnown: true as const, value }
}

const overview: Output<'content:overview'> = { parts: ['announcements', 'downloads', 'faqs'], unread: 2 }

export const contentInputs: { readonly [C in ContentChannel]: Input<C> } = {
  'content:overview': {},
  'content:list-announcements': { page: 1, source: 'kept' },
  'content:read-announcement': { id: 'a1', source: 'platform' },
  'content:list-faqs': { source: 'kept' },
  'content:read-faq': { id: 'f1' },
  'content:list-downloads': { page: 1, source: 'platform' },
  'content:open-link': { kind: 'faq', id: 'f1', number: 0 },
  'content:list-transfers': {},
  'content:start-download': { downloadId: 'd1' },
  'content:continue-download': { transferId },
  'content:pause-download': { transferId },
  'content:remove-download': { transferId },
  'content:show-download': { transferId },
}

export const contentOutputs: { readonly [C in ContentChannel]: Output<C> } = {
  'content:overview': overview,
  'content:list-announcements': known({
    ...page,
    items: [{ id: 'a1', title: '公告', publishedAt: instant, pinned: true, isUnread: true }],
  }),
  'content:read-announcement': known({ id: 'a1', title: '公告', publishedAt: instant, blocks, fetchedAt: instant }),
  'content:list-faqs': known({ items: [faq], total: 1, fetchedAt: instant }),
  'content:read-faq': known({ ...faq, updatedAt: instant, blocks, fetchedAt: instant }),
  'content:list-downloads': known({ ...page, items: [file] }),
  'content:open-link': { isOpened: true },
  'content:list-transfers': transfers,
  'content:start-download': { isStarted: true },
  'content:continue-download': transfers,
  'content:pause-download': transfers,
  'content:remove-download': transfers,
  'content:show-download': { isShown: true },
}

export const contentPayloads = { 'content:changed': overview, 'content:transfers': transfers } as const
