import type { PlatformAnswer } from '../../../src/shared/platform/endpoints.ts'
import type { Representation } from '../http/byte-ranges.ts'
import { Refusal } from '../http/problem.ts'
import type { Platform } from '../platform.ts'
import { announcementSeeds } from '../seeds/announcements.ts'
import { faqSeeds } from '../seeds/faqs.ts'
import type { Call } from './handlers.ts'
import { instant } from './instant.ts'
import { isFound, pageOf } from './page.ts'

const dayMs = 86_400_000
type Announcement = (typeof announcementSeeds)[number]

const summary = ({ state }: Platform, { id, title, daysBefore, pinned }: Announcement) => ({
  ...{ id, title, pinned },
  publishedAt: instant(state.openedAt - daysBefore * dayMs),
})

export function listAnnouncements(
  platform: Platform,
  { query }: Call<'listAnnouncements'>,
): PlatformAnswer<'listAnnouncements'> {
  const found = announcementSeeds.toSorted((a, b) => Number(b.pinned) - Number(a.pinned) || a.daysBefore - b.daysBefore)
  return pageOf(found, query, (announcement) => summary(platform, announcement))
}

/** Errors: announcement.not-found. */
export function getAnnouncement(
  platform: Platform,
  { params }: Call<'getAnnouncement'>,
): PlatformAnswer<'getAnnouncement'> {
  const announcement = announcementSeeds.find(({ id }) => id === params.announcementId)
  if (announcement === undefined) throw new Refusal('announcement.not-found')
  const { format, body } = announcement
  return { ...summary(platform, announcement), format, body }
}

export function listFaqs({ state }: Platform, { query }: Call<'listFaqs'>): PlatformAnswer<'listFaqs'> {
  const found = faqSeeds.filter(({ question, answer, category }) => isFound(query.search, [question, answer, category]))
  return pageOf(found, query, ({ daysBefore, ...faq }) => ({
    ...faq,
    updatedAt: instant(state.openedAt - daysBefore * dayMs),
  }))
}

export function listDownloads(
  { downloads }: Platform,
  { query }: Call<'listDownloads'>,
): PlatformAnswer<'listDownloads'> {
  return pageOf(downloads, query, ({ octets, updatedAt, ...file }) => ({
    ...file,
    size: octets.length,
    updatedAt: instant(updatedAt),
  }))
}

/** Errors: download.not-found. */
export function getDownloadContent({ downloads }: Platform, { params }: Call<'getDownloadContent'>): Representation {
  const file = downloads.find(({ id }) => id === params.downloadId)
  if (file === undefined) throw new Refusal('download.not-found')
  return { octets: file.octets, sha256: file.sha256, modifiedAt: file.updatedAt }
}
