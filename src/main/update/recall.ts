import type { Failure } from '../../shared/failure.ts'
import type { PackageFolder } from './download/package-folder.ts'
import type { FeedContent } from './feed/feed-content.ts'
import { openFeed, type SignedFeed } from './feed/open-feed.ts'
import { isOffered } from './look.ts'
import type { Offer } from './offer.ts'
import { entriesOf, settledStage } from './settle.ts'
import { readStartMark, removeStartMark, type StartMark } from './trial/start-mark.ts'
import type { UpdateMemory } from './update-memory.ts'
import type { UpdateState } from './update-state.ts'

interface RecallParts {
  readonly memory: UpdateMemory
  readonly folder: PackageFolder
  readonly state: UpdateState
  readonly markPath: string
  readonly version: string
  readonly keys: readonly string[]
  readonly offer: (content: FeedContent) => Offer
}

/** What the last run has left: how its installation went, and what it had begun to fetch. */
export async function recall(parts: RecallParts): Promise<void> {
  const { memory, folder, state, markPath, version } = parts
  const mark = await readStartMark(markPath)
  const failure = mark === undefined ? undefined : await afterInstalling(mark, parts)
  const offer = rememberedOffer(parts)
  if (offer === undefined) await memory.change({ feed: undefined, tags: {} })
  const isOnTrial = mark?.version === version && mark.state === 'pending'
  const trial = isOnTrial ? [mark.previous?.path, mark.own?.path] : []
  const wanted = offer === undefined ? [] : entriesOf(offer).flatMap((one) => [folder.pathOf(one), folder.partOf(one)])
  const kept = [...trial, memory.read().own?.path, ...wanted]
  await folder.keepOnly(kept.filter((path) => path !== undefined))
  const settled = offer === undefined ? {} : { offer, ...(await settledStage(offer, folder)) }
  state.set({ ...settled, failure })
}

/** The mark of an installation that is over goes; a version that is on its trial keeps it. */
async function afterInstalling(
  mark: StartMark,
  { memory, markPath, version }: RecallParts,
): Promise<Failure | undefined> {
  const isHere = mark.version === version
  if (isHere && mark.state !== 'passed') return undefined
  await memory.change({ own: isHere ? mark.own : mark.state === 'going-back' ? mark.previous : memory.read().own })
  if (!isHere && mark.state === 'going-back') await memory.change({ failed: [...memory.read().failed, mark.version] })
  await removeStartMark(markPath)
  const isMissing = !isHere && mark.state === 'pending'
  return isMissing ? { code: 'update.notInstalled', details: { version: mark.version } } : undefined
}

/** Checked like one that has just come: the file that it was kept in is anybody's who can write there. */
function rememberedOffer({ memory, keys, version, offer }: RecallParts): Offer | undefined {
  const { feed } = memory.read()
  if (feed === undefined) return undefined
  try {
    const content = openFeed({ ...feed, content: Buffer.from(feed.content, 'base64') }, keys)
    return isOffered(content.version, version, memory) ? offer(content) : undefined
  } catch {
    return undefined
  }
}

export function rememberFeed({ name, content, signature }: SignedFeed) {
  return { feed: { name, content: Buffer.from(content).toString('base64'), signature } }
}
