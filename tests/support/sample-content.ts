import type { Channel } from '../../src/shared/ipc/channels.ts'
import type {
  AnnouncementSummary,
  ContentOverview,
  DownloadItem,
  FaqSummary,
  TextBlock,
} from '../../src/shared/ipc/models-content.ts'
import type { Transfer } from '../../src/shared/ipc/models-transfers.ts'
import type { Answers } from './fake-desktop.ts'

const day = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString()

/** A platform that publishes everything. */
export const everything: ContentOverview = { parts: ['announcements', 'downloads', 'faqs'], unread: 0 }

export function sampleAnnouncement(changes: Partial<AnnouncementSummary> = {}): AnnouncementSummary {
  return {
    id: 'a-1',
    title: '系统例行维护时间安排',
    publishedAt: inDays(-6),
    pinned: false,
    isUnread: false,
    ...changes,
  }
}

export function sampleDownload(changes: Partial<DownloadItem> = {}): DownloadItem {
  return {
    id: 'd-1',
    name: 'USB Key 驱动',
    version: '1.4.2',
    fileName: 'driver.bin',
    size: 3 << 20,
    sha256: 'ab'.repeat(32),
    updatedAt: inDays(-12),
    description: '适用于 Windows 10 以上。',
    ...changes,
  }
}

export function sampleTransfer(changes: Partial<Transfer> = {}): Transfer {
  return {
    id: '3f0f0a5f-6f7b-4e57-9d67-0b6c3f0e3c11',
    downloadId: 'd-1',
    sha256: 'ab'.repeat(32),
    fileName: 'driver.bin',
    size: 3 << 20,
    received: 1 << 20,
    state: 'loading',
    ...changes,
  }
}

export const sampleFaq: FaqSummary = { id: 'f-1', question: '发票怎么开', category: '费用' }

export const sampleBlocks: TextBlock[] = [
  {
    kind: 'paragraph',
    content: [
      { kind: 'text', text: '每月最后一个周六' },
      { kind: 'strong', text: '例行维护' },
    ],
  },
  {
    kind: 'paragraph',
    content: [{ kind: 'link', text: '详情', url: 'https://example.com/a', host: 'example.com', number: 0 }],
  },
]

/** An answer that there is, with when it was given. */
export function knownNow<T>(value: T) {
  return { ok: true, value: { isKnown: true, value: { ...value, fetchedAt: new Date().toISOString() } } } as const
}

export const notKept = { ok: true, value: { isKnown: false } } as const

/** A platform that publishes nothing, unless a test says otherwise; lists answer when they are asked all the same. */
export function contentAnswers(): Pick<Answers, Extract<Channel, `content:${string}`>> {
  const ok = <T>(value: T) => ({ ok: true, value }) as const
  const page = { page: 1, pageSize: 20, total: 1 }
  const { id, question, category } = sampleFaq
  return {
    'content:overview': () => ok({ parts: [], unread: 0 }),
    'content:list-announcements': () => knownNow({ ...page, items: [sampleAnnouncement()] }),
    'content:read-announcement': (asked) =>
      knownNow({ id: asked.id, title: '系统例行维护时间安排', publishedAt: inDays(-6), blocks: sampleBlocks }),
    'content:list-faqs': () => knownNow({ items: [sampleFaq], total: 1 }),
    'content:read-faq': () =>
      knownNow({ id, question, ...(category && { category }), updatedAt: inDays(-3), blocks: sampleBlocks }),
    'content:list-downloads': () => knownNow({ ...page, items: [sampleDownload()] }),
    'content:open-link': () => ok({ isOpened: true }),
    'content:list-transfers': () => ok([]),
    'content:start-download': () => ok({ isStarted: true }),
    'content:continue-download': () => ok([]),
    'content:pause-download': () => ok([]),
    'content:remove-download': () => ok([]),
    'content:show-download': () => ok({ isShown: true }),
  }
}
