/** What 帮助中心 needs from the platform; implemented in platform/, joined in content-desk.ts. */
import type { DownloadItem } from '../../shared/ipc/models-content.ts'

export interface ListPage<T> {
  readonly items: readonly T[]
  readonly page: number
  readonly pageSize: number
  /** Of all pages. */
  readonly total: number
}

/** `body` is free of control and direction characters; Markdown is CommonMark. */
export interface WrittenText {
  readonly format: 'plain' | 'markdown'
  readonly body: string
}

/** Instants are ISO 8601 in UTC; titles are one line of plain text. */
export interface AnnouncementHead {
  readonly id: string
  readonly title: string
  readonly publishedAt: string
  readonly pinned: boolean
}

export interface Faq extends WrittenText {
  readonly id: string
  readonly question: string
  readonly category?: string | undefined
  readonly updatedAt: string
}

export interface WantedOctets {
  readonly downloadId: string
  /** How much is here already. With 0 the whole file is asked for. */
  readonly from: number
  /** Of the version that is here in part; strong (RFC 9110, 8.8.1). */
  readonly etag: string | undefined
  readonly signal: AbortSignal
}

export type OpenedOctets =
  | {
      /** `rest`: what follows `from`, of the same version. `whole`: all of it, whatever is here. */
      readonly kind: 'rest' | 'whole'
      /** Strong; absent where what is cut off now cannot be continued. */
      readonly etag: string | undefined
      /** Rejects like any call when it is cut off. */
      readonly octets: AsyncIterable<Uint8Array>
    }
  /** There is nothing at that place any more: 416. */
  | { readonly kind: 'nothing-there' }

/** Needs no login. Codes are those of any call of the platform, and platform.contentNotFound. */
export interface ContentPlatform {
  announcements(page: number): Promise<ListPage<AnnouncementHead>>
  announcement(id: string): Promise<AnnouncementHead & WrittenText>
  faqs(page: number): Promise<ListPage<Faq>>
  downloads(page: number): Promise<ListPage<DownloadItem>>
  openDownload(wanted: WantedOctets): Promise<OpenedOctets>
}

/** What is known of the platform that is configured now. */
export interface CurrentPlatform {
  /** What its answers are kept under: its address; undefined while there is none. */
  readonly name: () => string | undefined
  /** The optional parts that it offers; undefined until it has told. */
  readonly features: () => readonly string[] | undefined
}
