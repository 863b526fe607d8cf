import { rm } from 'node:fs/promises'
import { AppError, toFailure } from '../app-error.ts'
import { sha512Of } from './download/hash-of.ts'
import type { PackageFolder } from './download/package-folder.ts'
import { keepPrevious } from './keep-previous.ts'
import type { Offer } from './offer.ts'
import type { Installation, PreparedInstall, UpdateHost } from './ports.ts'
import { packageOf } from './transfer.ts'
import { removeStartMark, writeStartMark } from './trial/start-mark.ts'
import type { UpdateMemory } from './update-memory.ts'
import type { UpdateState } from './update-state.ts'
import { toUpdateError } from './web/update-errors.ts'

interface InstallingParts {
  readonly state: UpdateState
  readonly memory: UpdateMemory
  readonly folder: PackageFolder
  readonly host: UpdateHost
  readonly version: string
  /** Of the start mark. */
  readonly markPath: string
  readonly writing: () => boolean
  readonly failed: (error: unknown) => void
}

export interface Installing {
  /**
   * Checks everything again, keeps what can be gone back to, and asks the program to end. Codes update.renewalActive,
   * update.corrupt, update.publisher, update.installFailed, update.diskFull, update.saveFailed: nothing has changed then.
   */
  readonly begin: (offer: Offer, installation: Installation) => Promise<void>
  /** When everything else of the program has ended. Never rejects: the program starts again as it was, and tells. */
  readonly finish: () => Promise<void>
}

export function createInstalling(parts: InstallingParts): Installing {
  const { state, host, markPath, writing, failed } = parts
  let prepared: PreparedInstall | undefined
  return {
    begin: async (offer, installation) => {
      if (writing()) throw new AppError('update.renewalActive')
      state.set({ stage: 'installing', failure: undefined })
      try {
        prepared = await prepare(offer, installation, parts)
        // A renewal may have gone on meanwhile.
        if (writing()) throw new AppError('update.renewalActive')
      } catch (thrown) {
        prepared = undefined
        const error = toUpdateError(thrown)
        await removeStartMark(markPath)
        // A package that was removed has to be fetched again.
        const isGone = toFailure(error).code === 'update.corrupt'
        state.set(isGone ? { stage: 'available', received: 0 } : { stage: 'ready' })
        throw error
      }
      host.leave()
    },
    finish: async () => {
      if (prepared === undefined) return
      try {
        await prepared.install()
      } catch (error) {
        failed(error)
        host.relaunch()
      }
    },
  }
}

async function prepare(offer: Offer, installation: Installation, parts: InstallingParts): Promise<PreparedInstall> {
  const { folder, memory, version, markPath } = parts
  const file = packageOf(offer, folder.pathOf(offer.update))
  if ((await sha512Of(file.path)) !== file.sha512) {
    await rm(file.path, { force: true })
    throw new AppError('update.corrupt')
  }
  const prepared = await installation.prepare(file)
  const previous = await keepPrevious(offer, { folder, version, ownFile: installation.ownFile, own: memory.read().own })
  try {
    const own = installation.ownFile === undefined ? { own: file } : {}
    const known = previous === undefined ? own : { ...own, previous }
    await writeStartMark(markPath, { version: file.version, state: 'pending', attempts: 0, ...known })
  } catch (cause) {
    throw new AppError('update.saveFailed', { cause })
  }
  return prepared
}
