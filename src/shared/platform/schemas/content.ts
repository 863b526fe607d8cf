/** What a platform publishes: read without a login, shown as plain text or CommonMark, never as HTML. */
import * as z from 'zod'
import { Identifier, Instant, PageQuery, pageOf, Sha256, TextFormat } from './common.ts'

const announcementSummary = {
  id: Identifier,
  title: z.string().min(1).max(200),
  publishedAt: Instant,
  pinned: z.boolean().meta({ description: '置顶' }),
}

export const AnnouncementPage = pageOf(
  z.object(announcementSummary).meta({ id: 'AnnouncementSummary', description: '公告的标题' }),
).meta({ id: 'AnnouncementPage', description: '一页公告：置顶在前，然后新的在前' })

export const Announcement = z
  .object({ ...announcementSummary, format: TextFormat, body: z.string().max(50_000) })
  .meta({ id: 'Announcement', description: '一条公告' })

export const FaqQuery = PageQuery.extend({ search: z.string().max(64).optional() })

export const FaqPage = pageOf(
  z
    .object({
      id: Identifier,
      question: z.string().min(1).max(200),
      format: TextFormat,
      answer: z.string().max(20_000),
      category: z.string().max(64).optional(),
      updatedAt: Instant,
    })
    .meta({ id: 'Faq', description: '一个常见问题' }),
).meta({ id: 'FaqPage', description: '一页常见问题' })

const Download = z
  .object({
    id: Identifier,
    name: z.string().min(1).max(200),
    version: z.string().max(32).optional(),
    fileName: z.string().regex(/^[^/\\\p{Cc}]{1,200}$/u),
    size: z.int().min(0).meta({ description: '字节数' }),
    sha256: Sha256.meta({ description: '整个文件的 SHA-256；不一致的下载客户端会丢弃' }),
    updatedAt: Instant,
    description: z.string().max(1000).optional(),
  })
  .meta({ id: 'Download', description: '一个可下载的文件' })

export const DownloadPage = pageOf(Download).meta({ id: 'DownloadPage', description: '一页可下载的文件' })

export const AnnouncementPath = z.object({ announcementId: Identifier })
export const DownloadPath = z.object({ downloadId: Identifier })
