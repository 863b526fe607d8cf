import type { UpdateReport } from '../../shared/ipc/models-update.ts'
import { AppError, toFailure } from '../app-error.ts'
import type { Installing } from './installing.ts'
import type { Found } from './look.ts'
import type { UpdateHost } from './ports.ts'
import type { Transfer } from './transfer.ts'
import type { UpdateMemory } from './update-memory.ts'
import type { UpdateState } from './update-state.ts'
import { parseUpdateAddress } from './web/update-address.ts'

/** What fails is told by the report itself, where a page that is opened later sees it too. */
export interface UpdateCases {
  readonly report: () => Promise<UpdateReport>
  /** Empty: no updates. Rejects with update.addressInvalid, settings.saveFailed, demo.fixed. */
  readonly saveAddress: (address: string) => Promise<UpdateReport>
  readonly look: () => Promise<UpdateReport>
  /** Under way when it answers; how it goes is told by events. */
  readonly download: () => Promise<UpdateReport>
  /** What has come stays. */
  readonly stop: () => Promise<UpdateReport>
  /** Says no more of this version by itself. */
  readonly putOff: () => Promise<UpdateReport>
  /** Ends the program, and installs when it has ended. */
  readonly install: () => Promise<UpdateReport>
}

export interface CaseParts {
  readonly host: UpdateHost
  readonly state: UpdateState
  readonly memory: UpdateMemory
  readonly transfer: Transfer
  readonly installing: Installing
  /** Ends when what the last run has left is known. */
  readonly recalled: () => Promise<void>
  readonly find: () => Promise<Found | undefined>
  /** Shows what was found, as far as it has come. */
  readonly show: (found: Found | undefined) => Promise<void>
  readonly keepAddress: (address: string | undefined) => Promise<void>
  readonly isDemo: boolean
  readonly writing: () => boolean
  /** Told why something did not work. */
  readonly failed: (error: unknown) => void
}

const restStages: readonly string[] = ['idle', 'current', 'available', 'paused', 'ready']

export function createUpdateCases(parts: CaseParts): UpdateCases {
  const { state, memory, transfer, recalled } = parts
  const then = (action: () => void | Promise<void>) => async () => {
    await recalled()
    try {
      await action()
    } catch (error) {
      parts.failed(error)
      state.set({ failure: toFailure(error) })
    }
    return state.report()
  }
  return {
    report: then(() => undefined),
    saveAddress: async (address) => {
      if (parts.isDemo) throw new AppError('demo.fixed')
      await recalled()
      await transfer.stop()
      await parts.keepAddress(address === '' ? undefined : parseUpdateAddress(address))
      // What another place has offered is not its own.
      await memory.change({ feed: undefined, tags: {}, checkedAt: undefined, lookedAt: undefined })
      state.set({ stage: 'idle', offer: undefined, received: 0, failure: undefined })
      return state.report()
    },
    look: then(() => lookNow(parts)),
    download: then(() => {
      const { stage, offer } = state.now()
      if (parts.writing()) throw new AppError('update.renewalActive')
      if (offer !== undefined && (stage === 'available' || stage === 'paused')) transfer.begin(offer)
    }),
    stop: then(() => transfer.stop()),
    putOff: then(async () => {
      await memory.change({ dismissed: state.now().offer?.shown.version })
      state.tell()
    }),
    install: then(() => installNow(parts)),
  }
}

/** A look that fails leaves what was there before. Codes of lookForUpdate. */
export async function lookNow({ state, find, show }: Pick<CaseParts, 'state' | 'find' | 'show'>): Promise<void> {
  const before = state.now()
  const told = state.report().stage
  if (told === 'unsupported' || told === 'off' || !restStages.includes(before.stage)) return
  state.set({ stage: 'looking', failure: undefined })
  try {
    await show(await find())
  } catch (error) {
    state.set({ stage: before.stage })
    throw error
  }
}

async function installNow({ host, state, installing }: CaseParts): Promise<void> {
  const { stage, offer } = state.now()
  if (stage === 'ready' && offer !== undefined && host.installation !== undefined) {
    await installing.begin(offer, host.installation)
  }
}
