/** 公告, 常见问答 and 下载 of the platform, as they cross to the page. Instants are ISO 8601 in UTC. */
import * as z from 'zod'
import { contentParts } from '../content/parts.ts'

const Instant = z.iso.datetime()

/** As the platform gives it: opaque, and safe in a file name and in an address. */
export const ContentId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

/** What may stand in a line of the platform's text. A link is followed by its number: its address goes no other way. */
const TextInline = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['text', 'strong', 'code']), text: z.string().min(1) }),
  z.object({
    kind: z.literal('link'),
    text: z.string().min(1),
    /** https, without a name or a password in it. */
    url: z.url({ protocol: /^https$/ }),
    host: z.string().min(1),
    /** Its place among the links of this text, from 0. */
    number: z.int().nonnegative(),
  }),
  z.object({ kind: z.literal('break') }),
])
export type TextInline = z.output<typeof TextInline>

/** All that a text of the platform becomes, whatever it was written in; there is no HTML in it, and no picture. */
export type TextBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly content: readonly TextInline[] }
  | {
      readonly kind: 'list'
      readonly isOrdered: boolean
      readonly start: number
      readonly items: readonly (readonly TextBlock[])[]
    }
  | { readonly kind: 'quote'; readonly blocks: readonly TextBlock[] }
  | { readonly kind: 'code'; readonly text: string }

export const TextBlock: z.ZodType<TextBlock> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('heading'), text: z.string().min(1) }),
    z.object({ kind: z.literal('paragraph'), content: z.array(TextInline).min(1) }),
    z.object({
      kind: z.literal('list'),
      isOrdered: z.boolean(),
      start: z.int().nonnegative(),
      items: z.array(z.array(TextBlock)).min(1),
    }),
    z.object({ kind: z.literal('quote'), blocks: z.array(TextBlock).min(1) }),
    z.object({ kind: z.literal('code'), text: z.string().min(1) }),
  ]),
)

export const ContentOverview = z.object({
  /** What the platform offers; when it cannot be asked, what it offered the last time. */
  parts: z.array(z.enum(contentParts)),
  /** Of the announcements that were not opened yet: those on top, and those of the last thirty days. */
  unread: z.int().nonnegative(),
})
export type ContentOverview = z.output<typeof ContentOverview>

export const AnnouncementSummary = z.object({
  id: ContentId,
  title: z.string().min(1),
  publishedAt: Instant,
  pinned: z.boolean(),
  isUnread: z.boolean(),
})
export type AnnouncementSummary = z.output<typeof AnnouncementSummary>

/** One page of a list, and when the platform gave it. */
function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    page: z.int().min(1),
    pageSize: z.int().min(1),
    total: z.int().nonnegative(),
    fetchedAt: Instant,
  })
}

export const AnnouncementPage = pageOf(AnnouncementSummary)

export const AnnouncementText = z.object({
  id: ContentId,
  title: z.string().min(1),
  publishedAt: Instant,
  blocks: z.array(TextBlock),
  fetchedAt: Instant,
})
export type AnnouncementText = z.output<typeof AnnouncementText>

export const FaqSummary = z.object({
  id: ContentId,
  question: z.string().min(1),
  category: z.string().optional(),
})
export type FaqSummary = z.output<typeof FaqSummary>

/** All of them: the search reads them all anyway. `total` may be more than there are here. */
export const FaqList = z.object({
  items: z.array(FaqSummary),
  total: z.int().nonnegative(),
  fetchedAt: Instant,
})

export const FaqText = FaqSummary.extend({ updatedAt: Instant, blocks: z.array(TextBlock), fetchedAt: Instant })
export type FaqText = z.output<typeof FaqText>

export const DownloadItem = z.object({
  id: ContentId,
  name: z.string().min(1),
  version: z.string().optional(),
  fileName: z.string().min(1),
  /** Octets. */
  size: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  updatedAt: Instant,
  description: z.string().optional(),
})
export type DownloadItem = z.output<typeof DownloadItem>

export const DownloadPage = pageOf(DownloadItem)

/** An answer of the platform, or of what is kept of one: then there may be none. */
export function knownOr<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('isKnown', [
    z.object({ isKnown: z.literal(false) }),
    z.object({ isKnown: z.literal(true), value }),
  ])
}

/** From where an answer is wanted: what was kept of it is there at once. */
export const ContentSource = z.enum(['kept', 'platform'])
export type ContentSource = z.output<typeof ContentSource>

export const LinkOf = z.strictObject({
  kind: z.enum(['announcement', 'faq']),
  id: ContentId,
  number: z.int().nonnegative().max(10_000),
})
