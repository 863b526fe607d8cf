import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { contentParts, type ContentPart } from '../../shared/content/parts.ts'
import { DownloadItem } from '../../shared/ipc/models-content.ts'
import type { AnnouncementHead, Faq, ListPage, WrittenText } from './ports.ts'
import { openShelf, type Shelf } from './shelf.ts'

/** Everything that is kept of one platform. */
export interface Shelves {
  /** By the number of the page. */
  readonly announcements: Shelf<ListPage<AnnouncementHead>>
  readonly texts: Shelf<AnnouncementHead & WrittenText>
  /** One answer: all of them. */
  readonly faqs: Shelf<{ readonly items: readonly Faq[]; readonly total: number }>
  readonly downloads: Shelf<ListPage<DownloadItem>>
  /** One answer: ids of announcements that were opened, the latest last. */
  readonly seen: Shelf<readonly string[]>
  readonly parts: Shelf<readonly ContentPart[]>
}

const Text = { format: z.enum(['plain', 'markdown']), body: z.string() }
const Head = z.object({ id: z.string(), title: z.string(), publishedAt: z.iso.datetime(), pinned: z.boolean() })
const FaqSchema = z.object({
  id: z.string(),
  question: z.string(),
  category: z.string().optional(),
  updatedAt: z.iso.datetime(),
  ...Text,
})

function pageSchema<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), page: z.int(), pageSize: z.int(), total: z.int() })
}

const schemas = {
  announcements: pageSchema(Head),
  texts: Head.extend(Text),
  faqs: z.object({ items: z.array(FaqSchema), total: z.int() }),
  downloads: pageSchema(DownloadItem),
  seen: z.array(z.string()),
  parts: z.array(z.enum(contentParts)),
}

/** Each platform has files of its own in the folder, named after its address. */
export function createShelves(folder: string, notKept: (error: unknown) => void): (platform: string) => Shelves {
  const known = new Map<string, Shelves>()
  return (platform) => {
    const shelves = known.get(platform) ?? open(folder, platform, notKept)
    known.set(platform, shelves)
    return shelves
  }
}

function open(folder: string, platform: string, notKept: (error: unknown) => void): Shelves {
  const prefix = createHash('sha256').update(platform).digest('hex').slice(0, 16)
  const shelf = <T>(name: string, schema: z.ZodType<T>, most: number) => {
    const kept = openShelf({ path: join(folder, `${prefix}-${name}.json`), platform, schema, most, notKept })
    const put: Shelf<T>['put'] = async (...answer) => {
      await mkdir(folder, { recursive: true, mode: 0o700 }).catch(notKept)
      await kept.put(...answer)
    }
    return { ...kept, put }
  }
  return {
    announcements: shelf('announcements', schemas.announcements, 10),
    texts: shelf('texts', schemas.texts, 100),
    faqs: shelf('faqs', schemas.faqs, 1),
    downloads: shelf('downloads', schemas.downloads, 10),
    seen: shelf('seen', schemas.seen, 1),
    parts: shelf('parts', schemas.parts, 1),
  }
}
