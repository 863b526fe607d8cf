import type { AnnouncementHead } from './ports.ts'
import type { Shelves } from './shelves.ts'

const dayMs = 86_400_000
/** What is older was news to somebody else. */
const newForMs = 30 * dayMs
/** More ids than a platform publishes in years. */
const mostSeen = 500

/** Which announcements a user has opened, of one platform; they are kept. */
export interface Unread {
  readonly isUnread: (announcement: AnnouncementHead) => Promise<boolean>
  /** Among those of the first page, where the ones on top and the newest are. */
  readonly count: () => Promise<number>
  readonly markSeen: (id: string) => Promise<void>
}

export function createUnread({ announcements, seen }: Shelves, now: () => Date): Unread {
  const ids = async () => (await seen.get('ids'))?.value ?? []
  let marking: Promise<void> = Promise.resolve()
  const mark = async (id: string): Promise<void> => {
    const others = (await ids()).filter((other) => other !== id)
    await seen.put('ids', { value: [...others, id].slice(-mostSeen), fetchedAt: now().toISOString() })
  }
  const isNews = ({ pinned, publishedAt }: AnnouncementHead) =>
    pinned || now().getTime() - Date.parse(publishedAt) < newForMs
  return {
    isUnread: async (announcement) => isNews(announcement) && !(await ids()).includes(announcement.id),
    count: async () => {
      const known = await ids()
      const first = (await announcements.get('1'))?.value.items ?? []
      return first.filter((announcement) => isNews(announcement) && !known.includes(announcement.id)).length
    },
    // One after the other: each adds to what the one before has kept.
    markSeen: (id) => (marking = marking.then(() => mark(id))),
  }
}
