import { rename, rm } from 'node:fs/promises'
import { AppError, toFailure } from '../../app-error.ts'
import { fetchRest } from '../../content/downloads/fetch-rest.ts'
import type { OpenPart } from '../../content/downloads/part-file.ts'
import { storing } from '../../content/downloads/storing.ts'
import { syncFolder } from '../../files/write-safely.ts'
import type { PackageEntry } from '../feed/feed-content.ts'
import type { UpdateWeb } from '../web/update-web.ts'
import { toUpdateError } from '../web/update-errors.ts'
import { sha512Of } from './hash-of.ts'
import type { PackageFolder } from './package-folder.ts'

/** The strong tags of what is here in part. */
export interface Tags {
  readonly of: (entry: PackageEntry) => string | undefined
  readonly keep: (entry: PackageEntry, etag: string | undefined) => Promise<void>
}

export interface Fetching {
  readonly web: Pick<UpdateWeb, 'open'>
  readonly folder: PackageFolder
  readonly tags: Tags
  readonly openPart: OpenPart
  readonly signal: AbortSignal
  /** Octets that are here. */
  readonly onProgress: (received: number) => void
}

/**
 * Brings a package here from where it was left, and lets it count only when its octets on the disk are the signed ones;
 * else it is removed: update.corrupt. Other codes: those of the web, update.diskFull, update.saveFailed.
 */
export async function fetchPackage(entry: PackageEntry, fetching: Fetching): Promise<void> {
  const { folder } = fetching
  const [path, part] = [folder.pathOf(entry), folder.partOf(entry)]
  try {
    if (await folder.isWhole(entry)) await checkOrRemove(path, entry)
    else {
      await storing(folder.make)
      await fetchAll(entry, fetching)
      await checkOrRemove(part, entry)
      await storing(() => rename(part, path).then(() => syncFolder(folder.path)))
    }
    fetching.onProgress(entry.size)
  } catch (thrown) {
    const error = toUpdateError(thrown)
    // What was told to be too long or too short is nobody's package either.
    if (toFailure(error).code === 'update.corrupt') await rm(part, { force: true })
    throw error
  }
}

async function checkOrRemove(path: string, { sha512 }: PackageEntry): Promise<void> {
  if ((await sha512Of(path)) === sha512) return
  await rm(path, { force: true })
  throw new AppError('update.corrupt')
}

/** One call may take ten minutes; as long as something comes, the next one goes on. */
async function fetchAll(entry: PackageEntry, fetching: Fetching): Promise<void> {
  for (let before = -1, received = 0; ; before = received) {
    try {
      await fetchOnce(entry, {
        ...fetching,
        onProgress: (octets) => {
          received = octets
          fetching.onProgress(octets)
        },
      })
      return
    } catch (thrown) {
      const isLate = toFailure(thrown).code === 'platform.timeout'
      if (!isLate || received <= before || fetching.signal.aborted) throw thrown
    }
  }
}

async function fetchOnce(entry: PackageEntry, { web, folder, tags, openPart, signal, onProgress }: Fetching) {
  const { url, size } = entry
  const part = await storing(() => openPart(folder.partOf(entry)))
  try {
    await fetchRest({
      platform: { openDownload: ({ from, etag }) => web.open({ name: url, from, etag, signal }) },
      record: { downloadId: url, size, etag: tags.of(entry) },
      ...{ part, signal, onProgress },
      keepTag: (etag) => tags.keep(entry, etag),
    })
  } finally {
    await storing(() => part.close())
  }
}
