import { contentParts, type ContentPart } from '../../shared/content/parts.ts'
import type { Output, ParsedInput } from '../../shared/ipc/contract.ts'
import type { ContentOverview } from '../../shared/ipc/models-content.ts'
import { AppError } from '../app-error.ts'
import { createAnnouncements, type Announcements } from './announcements.ts'
import { createDownloadList, type DownloadList } from './download-list.ts'
import { createFaqs, type Faqs } from './faqs.ts'
import type { ContentPlatform, CurrentPlatform, Faq } from './ports.ts'
import type { Shelves } from './shelves.ts'
import { addressOf } from './text/links.ts'
import { createUnread, type Unread } from './unread.ts'

export interface ContentParts {
  readonly platform: ContentPlatform
  readonly current: CurrentPlatform
  readonly shelvesOf: (platform: string) => Shelves
  readonly now: () => Date
  readonly publish: (overview: ContentOverview) => void
  /** Opens an address in the user's browser. */
  readonly openPage: (url: string) => Promise<void>
}

export interface Content {
  readonly overview: () => Promise<ContentOverview>
  readonly announcements: Announcements
  readonly faqs: Pick<Faqs, 'list' | 'read'>
  readonly downloads: Pick<DownloadList, 'list'>
  readonly openLink: (link: ParsedInput<'content:open-link'>) => Promise<Output<'content:open-link'>>
  /** What may be searched; nothing where the platform offers none. */
  readonly searchable: () => Promise<readonly Faq[]>
  /** The file with this id, as the platform lists it. */
  readonly findDownload: DownloadList['find']
  /** The platform has told something: what it offers is kept, and what is new is looked for once. */
  readonly heard: () => Promise<void>
}

/** What is kept, and what is asked, of one platform. */
interface Desk extends Pick<Content, 'announcements'> {
  readonly faqs: Faqs
  readonly downloads: DownloadList
  readonly unread: Unread
  readonly shelves: Shelves
}

/** 公告, 常见问答 and 下载: asked of the platform, kept for when it cannot be reached, never mixed with another one's. */
export function createContent(parts: ContentParts): Content {
  const desks = new Map<string, Desk>()
  const overview = async (): Promise<ContentOverview> => {
    const desk = deskOf(parts.current.name())
    if (desk === undefined) return { parts: [], unread: 0 }
    const offered = await offeredBy(parts.current, desk.shelves)
    return { parts: [...offered], unread: offered.includes('announcements') ? await desk.unread.count() : 0 }
  }
  const changed = () => void overview().then(parts.publish)
  const deskOf = (name: string | undefined): Desk | undefined => {
    if (name === undefined) return undefined
    const desk = desks.get(name) ?? openDesk(parts, parts.shelvesOf(name), changed)
    desks.set(name, desk)
    return desk
  }
  const here = (): Desk => {
    const desk = deskOf(parts.current.name())
    if (desk === undefined) throw new AppError('platform.notConfigured')
    return desk
  }
  return {
    overview,
    announcements: {
      list: (query) => here().announcements.list(query),
      read: (query) => here().announcements.read(query),
    },
    faqs: { list: (query) => here().faqs.list(query), read: (query) => here().faqs.read(query) },
    downloads: { list: (query) => here().downloads.list(query) },
    openLink: async (link) => {
      const url = await addressIn(here(), link)
      if (url !== undefined) await parts.openPage(url)
      return { isOpened: url !== undefined }
    },
    searchable: async () => (await deskOf(parts.current.name())?.faqs.here()) ?? [],
    findDownload: async (downloadId) => deskOf(parts.current.name())?.downloads.find(downloadId),
    heard: createHearing(parts, deskOf, changed),
  }
}

function openDesk({ platform, now }: ContentParts, shelves: Shelves, changed: () => void): Desk {
  const unread = createUnread(shelves, now)
  return {
    ...{ shelves, unread },
    announcements: createAnnouncements({ platform, shelves, unread, now, changed }),
    faqs: createFaqs({ platform, shelves, now }),
    downloads: createDownloadList({ platform, shelves, now }),
  }
}

/** A part that is not offered is not asked for; what cannot be had now is asked for when somebody looks at it. */
function createHearing(
  { current, now }: ContentParts,
  deskOf: (name: string | undefined) => Desk | undefined,
  changed: () => void,
): Content['heard'] {
  const looked = new Set<Desk>()
  return async () => {
    const features = current.features()
    const desk = deskOf(current.name())
    if (desk === undefined || features === undefined || looked.has(desk)) return
    looked.add(desk)
    const offered = contentParts.filter((part) => features.includes(part))
    await desk.shelves.parts.put('parts', { value: offered, fetchedAt: now().toISOString() })
    changed()
    await Promise.allSettled([
      offered.includes('announcements') && desk.announcements.list({ page: 1, source: 'platform' }),
      offered.includes('faqs') && desk.faqs.list({ source: 'platform' }),
    ])
  }
}

async function offeredBy(current: CurrentPlatform, { parts }: Shelves): Promise<readonly ContentPart[]> {
  const features = current.features()
  if (features !== undefined) return contentParts.filter((part) => features.includes(part))
  return (await parts.get('parts'))?.value ?? []
}

// SECURITY(15): the page names a text and one of its links; the address is taken from what the platform has given.
async function addressIn({ announcements, faqs }: Desk, { kind, id, number }: ParsedInput<'content:open-link'>) {
  const text = kind === 'faq' ? await faqs.read({ id }) : await announcements.read({ id, source: 'kept' })
  return text.isKnown ? addressOf(text.value.blocks, number) : undefined
}
