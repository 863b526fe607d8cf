import type { Output, ParsedInput } from '../../shared/ipc/contract.ts'
import type { AnnouncementHead, ContentPlatform, ListPage, WrittenText } from './ports.ts'
import type { Kept, Shelf } from './shelf.ts'
import { known, notKnown } from './known.ts'
import type { Shelves } from './shelves.ts'
import { toTextBlocks } from './text/to-blocks.ts'
import type { Unread } from './unread.ts'

export interface Announcements {
  /** Not known where it was to be a kept one, and none is. Codes of a call of the platform. */
  readonly list: (query: ParsedInput<'content:list-announcements'>) => Promise<Output<'content:list-announcements'>>
  /** Opened: it counts as read from now on. Codes as above, and platform.contentNotFound. */
  readonly read: (query: ParsedInput<'content:read-announcement'>) => Promise<Output<'content:read-announcement'>>
}

interface AnnouncementParts {
  readonly platform: Pick<ContentPlatform, 'announcements' | 'announcement'>
  readonly shelves: Shelves
  readonly unread: Unread
  readonly now: () => Date
  /** Told when what is unread may have changed. */
  readonly changed: () => void
}

export function createAnnouncements({ platform, shelves, unread, now, changed }: AnnouncementParts): Announcements {
  const asked = async <T>(shelf: Shelf<T>, key: string, ask: () => Promise<T>): Promise<Kept<T>> => {
    const kept = { value: await ask(), fetchedAt: now().toISOString() }
    await shelf.put(key, kept)
    changed()
    return kept
  }
  return {
    list: async ({ page, source }) => {
      const key = String(page)
      const kept =
        source === 'kept'
          ? await shelves.announcements.get(key)
          : await asked(shelves.announcements, key, () => platform.announcements(page))
      return kept === undefined ? notKnown : known(await listed(kept, unread))
    },
    read: async ({ id, source }) => {
      const kept =
        source === 'kept'
          ? await shelves.texts.get(id)
          : await asked(shelves.texts, id, () => platform.announcement(id))
      if (kept === undefined) return notKnown
      await unread.markSeen(id)
      changed()
      return known(told(kept))
    },
  }
}

async function listed({ value, fetchedAt }: Kept<ListPage<AnnouncementHead>>, { isUnread }: Unread) {
  const items = value.items.map(async (head) => ({ ...head, isUnread: await isUnread(head) }))
  return { ...value, items: await Promise.all(items), fetchedAt }
}

function told({ value: { id, title, publishedAt, ...text }, fetchedAt }: Kept<AnnouncementHead & WrittenText>) {
  return { id, title, publishedAt, blocks: [...toTextBlocks(text)], fetchedAt }
}
