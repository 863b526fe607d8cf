import { sha512Of } from './download/hash-of.ts'
import type { PackageFolder } from './download/package-folder.ts'
import type { Offer } from './offer.ts'
import type { UpdateState } from './update-state.ts'

/** How far an offer has come on this computer, by what is on the disk. What is whole is read before it is called ready. */
export async function settledStage(
  offer: Offer,
  folder: PackageFolder,
): Promise<Pick<ReturnType<UpdateState['now']>, 'stage' | 'received'>> {
  const entries = entriesOf(offer)
  const sizes = await Promise.all(entries.map(folder.received))
  const received = sizes.reduce((sum, size) => sum + size, 0)
  if (received === 0) return { stage: 'available', received }
  const isHere = await Promise.all(
    entries.map(
      async (entry) => (await folder.isWhole(entry)) && (await sha512Of(folder.pathOf(entry))) === entry.sha512,
    ),
  )
  return { stage: isHere.every(Boolean) ? 'ready' : 'paused', received }
}

/** In the order in which they are brought here: without the one to go back to, the new one is of no use. */
export function entriesOf({ update, previous }: Offer): readonly Offer['update'][] {
  return previous === undefined ? [update] : [previous, update]
}
