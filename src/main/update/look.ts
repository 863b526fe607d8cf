import { AppError } from '../app-error.ts'
import { compareVersions } from '../environment/compare-versions.ts'
import type { FeedContent } from './feed/feed-content.ts'
import { signatureName } from './feed/feed-name.ts'
import { openFeed, type SignedFeed } from './feed/open-feed.ts'
import type { UpdateMemory } from './update-memory.ts'
import type { UpdateWeb } from './web/update-web.ts'

interface LookParts {
  readonly web: Pick<UpdateWeb, 'read'>
  readonly memory: UpdateMemory
  readonly keys: readonly string[]
  /** The name of the feed. */
  readonly feed: string
  /** Of the program that runs. */
  readonly version: string
  readonly now: () => Date
}

export interface Found {
  readonly feed: SignedFeed
  readonly content: FeedContent
}

/**
 * Asks for the feed, and answers with it when it has something newer for this computer. Its signature is checked before
 * anything of it is looked at. Codes of the web, of openFeed, and update.feedOlder.
 */
export async function lookForUpdate(parts: LookParts, signal: AbortSignal): Promise<Found | undefined> {
  const { web, memory, keys, feed: name, version, now } = parts
  // Without a key there is nothing that could be believed, and nobody is asked.
  if (keys.length === 0) throw new AppError('update.signature', { details: { reason: 'no-key' } })
  const content = await web.read(name, signal)
  const feed = { name, content, signature: await readSignature(web, name, signal) }
  const found = openFeed(feed, keys)
  const { highestSeen = version } = memory.read()
  if (isNewer(highestSeen, found.version) && isNewer(highestSeen, version)) {
    // SECURITY: whoever answers keeps back what there is by now, or brings back what was mended.
    throw new AppError('update.feedOlder', { details: { version: found.version, seen: highestSeen } })
  }
  const highest = isNewer(found.version, highestSeen) ? found.version : highestSeen
  await memory.change({ checkedAt: now().toISOString(), highestSeen: highest })
  return isOffered(found.version, version, memory) ? { feed, content: found } : undefined
}

/** Newer than what runs, and not one that did not start here. */
export function isOffered(offered: string, running: string, memory: UpdateMemory): boolean {
  return isNewer(offered, running) && !memory.read().failed.includes(offered)
}

function isNewer(one: string, other: string): boolean {
  return compareVersions(one, other) > 0
}

/** A server that has no signature has an unsigned feed: that is what is told, not that a file was not found. */
async function readSignature(web: Pick<UpdateWeb, 'read'>, name: string, signal: AbortSignal): Promise<string> {
  try {
    return Buffer.from(await web.read(signatureName(name), signal)).toString('latin1')
  } catch (thrown) {
    const isMissing = thrown instanceof AppError && thrown.failure.code === 'update.notThere'
    if (isMissing) return ''
    throw thrown
  }
}
