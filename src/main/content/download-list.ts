import type { Output, ParsedInput } from '../../shared/ipc/contract.ts'
import type { DownloadItem } from '../../shared/ipc/models-content.ts'
import type { ContentPlatform, ListPage } from './ports.ts'
import { known, notKnown } from './known.ts'
import type { Kept } from './shelf.ts'
import type { Shelves } from './shelves.ts'

export interface DownloadList {
  /** Not known where it was to be a kept one, and none is. Codes of a call of the platform. */
  readonly list: (query: ParsedInput<'content:list-downloads'>) => Promise<Output<'content:list-downloads'>>
  /** Of the pages that are here. */
  readonly find: (downloadId: string) => Promise<DownloadItem | undefined>
}

interface DownloadListParts {
  readonly platform: Pick<ContentPlatform, 'downloads'>
  readonly shelves: Shelves
  readonly now: () => Date
}

/** As many pages as are kept. */
const mostPages = 10

export function createDownloadList({ platform, shelves: { downloads }, now }: DownloadListParts): DownloadList {
  return {
    list: async ({ page, source }) => {
      if (source === 'kept') return listed(await downloads.get(String(page)))
      const kept = { value: await platform.downloads(page), fetchedAt: now().toISOString() }
      await downloads.put(String(page), kept)
      return listed(kept)
    },
    find: async (downloadId) => {
      const pages = Array.from({ length: mostPages }, (_, index) => downloads.get(String(index + 1)))
      const items = (await Promise.all(pages)).flatMap((kept) => kept?.value.items ?? [])
      return items.find(({ id }) => id === downloadId)
    },
  }
}

function listed(kept: Kept<ListPage<DownloadItem>> | undefined) {
  if (kept === undefined) return notKnown
  return known({ ...kept.value, items: [...kept.value.items], fetchedAt: kept.fetchedAt })
}
