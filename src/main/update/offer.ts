import type { UpdateOffer } from '../../shared/ipc/models-update.ts'
import { AppError } from '../app-error.ts'
import { plainLines } from '../platform/plain-text.ts'
import { choosePackage } from './feed/choose-package.ts'
import type { FeedContent, PackageEntry } from './feed/feed-content.ts'
import type { KeptPackage } from './kept-package.ts'
import type { Installation } from './ports.ts'

/** An update for this computer: what is shown of it, and what has to be brought here. */
export interface Offer {
  readonly shown: UpdateOffer
  readonly update: PackageEntry
  /** The package of the version of now, where it is not here and the feed names it. */
  readonly previous: PackageEntry | undefined
}

interface Offering {
  /** Of the program that runs. */
  readonly version: string
  readonly installation: Pick<Installation, 'kind' | 'cpu' | 'ownFile'>
  /** The package that it was installed from, if it is here. */
  readonly own: KeptPackage | undefined
}

const longestNotes = 4000

/** Code update.feedUnreadable when the feed has no package for this computer. */
export function offerOf(feed: FeedContent, { version, installation, own }: Offering): Offer {
  const update = choosePackage(feed.files, installation)
  if (update === undefined) throw new AppError('update.feedUnreadable', { details: { reason: 'no-package' } })
  const isHere = installation.ownFile !== undefined || own?.version === version
  const named = feed.previous?.version === version ? choosePackage(feed.previous.files, installation) : undefined
  const previous = isHere ? undefined : named
  const released = feed.releaseDate === undefined ? {} : { releasedAt: new Date(feed.releaseDate).toISOString() }
  const shown = {
    ...{ version: feed.version, size: update.size + (previous?.size ?? 0), notes: notesOf(feed), ...released },
    keepsPrevious: isHere || previous !== undefined,
  }
  return { shown, update, previous }
}

/** SECURITY: text and nothing else, whatever it was written as; control and direction characters are taken out. */
function notesOf({ releaseNotes }: FeedContent): string {
  const notes = Array.isArray(releaseNotes) ? releaseNotes.map(({ note }) => note ?? '').join('\n\n') : releaseNotes
  return plainLines(notes ?? '', longestNotes)
}
