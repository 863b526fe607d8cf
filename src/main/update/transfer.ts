import { AppError, toFailure } from '../app-error.ts'
import { fetchPackage, type Fetching } from './download/fetch-package.ts'
import type { Offer } from './offer.ts'
import type { PackageFile, PreparedInstall } from './ports.ts'
import { entriesOf, settledStage } from './settle.ts'
import type { UpdateState } from './update-state.ts'

interface TransferParts extends Pick<Fetching, 'web' | 'folder' | 'tags' | 'openPart'> {
  readonly state: UpdateState
  readonly prepare: (file: PackageFile) => Promise<PreparedInstall>
  /** Told why one has stopped. */
  readonly stopped: (error: unknown) => void
}

export interface Transfer {
  /** Under way when it returns; one that is, is left alone. */
  readonly begin: (offer: Offer) => void
  /** Ends when what has come is on the disk. */
  readonly stop: () => Promise<void>
}

/** What is told on the way: a hundred steps at most, and none smaller than this. */
const smallestStep = 1 << 16

/** Brings what an offer needs here, one at a time; it stops where it is told to or where it fails, and goes on from there. */
export function createTransfer(parts: TransferParts): Transfer {
  let run: { readonly abort: AbortController; readonly over: Promise<void> } | undefined
  return {
    begin: (offer) => {
      if (run !== undefined) return
      const abort = new AbortController()
      parts.state.set({ stage: 'loading', failure: undefined })
      const over = runToItsEnd(offer, parts, abort.signal).finally(() => {
        run = undefined
      })
      run = { abort, over }
    },
    stop: async () => {
      run?.abort.abort()
      await run?.over
    },
  }
}

async function runToItsEnd(offer: Offer, parts: TransferParts, signal: AbortSignal): Promise<void> {
  const { state, folder, prepare, stopped } = parts
  try {
    await fetchAll(offer, parts, signal)
    state.set({ stage: 'checking', received: offer.shown.size })
    await prepare(packageOf(offer, folder.pathOf(offer.update)))
    state.set({ stage: 'ready' })
  } catch (error) {
    // What cannot be prepared is nothing that could be installed later.
    if (toFailure(error).code === 'update.publisher') await folder.keepOnly([])
    const settled = await settledStage(offer, folder)
    const stage = settled.stage === 'ready' ? 'paused' : settled.stage
    if (!signal.aborted) stopped(error)
    state.set({ ...settled, stage, failure: signal.aborted ? undefined : toFailure(error) })
  }
}

async function fetchAll(offer: Offer, parts: TransferParts, signal: AbortSignal): Promise<void> {
  let before = 0
  for (const entry of entriesOf(offer)) {
    const onProgress = inSteps(offer.shown.size, (received) => parts.state.set({ received: before + received }))
    await fetchPackage(entry, { ...parts, signal, onProgress })
    if (signal.aborted) throw new AppError('platform.cancelled')
    before += entry.size
  }
}

function inSteps(size: number, tell: (received: number) => void): (received: number) => void {
  let told = -smallestStep
  return (received) => {
    if (Math.abs(received - told) < Math.max(size / 100, smallestStep)) return
    told = received
    tell(received)
  }
}

export function packageOf({ shown: { version }, update: { sha512, size } }: Offer, path: string): PackageFile {
  return { version, path, sha512, size }
}
