/** 公告, 常见问答 and 下载: the wire's words become those of the page, and what a person has written plain text or Markdown. */
import type { DownloadItem } from '../../shared/ipc/models-content.ts'
import type { OperationId, PlatformAnswer } from '../../shared/platform/endpoints.ts'
import { AppError } from '../app-error.ts'
import type { AnnouncementHead, ContentPlatform, Faq, ListPage, WrittenText } from '../content/ports.ts'
import { plainLines, plainText } from './plain-text.ts'
import type { PlatformCall } from './platform-call.ts'

type Item<Page> = Page extends { readonly items: readonly (infer T)[] } ? T : never
type Wire<O extends OperationId> = Item<PlatformAnswer<O>>

const pageSize = 20
const faqPageSize = 100
const longestText = 50_000

export function createContentAdapter(
  call: PlatformCall,
  openDownload: ContentPlatform['openDownload'],
): ContentPlatform {
  return {
    announcements: async (page) => listed(page, await call('listAnnouncements', { query: { page, pageSize } }), toHead),
    announcement: async (announcementId) => {
      const wire = await call('getAnnouncement', { params: { announcementId } })
      if (wire.id !== announcementId) throw offContract('/id')
      return { ...toHead(wire), ...written(wire.format, wire.body) }
    },
    faqs: async (page) => listed(page, await call('listFaqs', { query: { page, pageSize: faqPageSize } }), toFaq),
    downloads: async (page) => listed(page, await call('listDownloads', { query: { page, pageSize } }), toDownload),
    openDownload,
  }
}

/** Another page than the one that was asked for would be shown under the wrong number. */
function listed<T, V>(page: number, answer: ListPage<T>, view: (item: T) => V): ListPage<V> {
  if (answer.page !== page) throw offContract('/page')
  return { items: answer.items.map(view), page, pageSize: answer.pageSize, total: answer.total }
}

function offContract(paths: string): AppError {
  return new AppError('platform.offContract', { details: { outcome: 'not-done', paths } })
}

function toHead({ id, title, publishedAt, pinned }: Wire<'listAnnouncements'>): AnnouncementHead {
  return { id, title: named(title, id), publishedAt: utc(publishedAt), pinned }
}

function toFaq({ id, question, category, updatedAt, format, answer }: Wire<'listFaqs'>): Faq {
  return {
    ...{ id, question: named(question, id), updatedAt: utc(updatedAt) },
    ...(category === undefined || plainText(category) === '' ? {} : { category: plainText(category) }),
    ...written(format, answer),
  }
}

function toDownload({ id, name, version, fileName, size, sha256, ...wire }: Wire<'listDownloads'>): DownloadItem {
  const description = wire.description === undefined ? '' : plainLines(wire.description)
  return {
    ...{ id, name: named(name, id), fileName: named(fileName, id), size, sha256, updatedAt: utc(wire.updatedAt) },
    ...(version === undefined || plainText(version) === '' ? {} : { version: plainText(version) }),
    ...(description === '' ? {} : { description }),
  }
}

/** What has no character that can be seen is called by its id. */
function named(text: string, id: string): string {
  return plainText(text) || id
}

function written(format: WrittenText['format'], body: string): WrittenText {
  return { format, body: plainLines(body, longestText) }
}

function utc(instant: string): string {
  return new Date(instant).toISOString()
}
