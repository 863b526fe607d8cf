import { join } from 'node:path'
import type { Transfer } from '../../../shared/ipc/models-transfers.ts'
import { openPart } from '../downloads/part-file.ts'
import { openTransferRecords } from '../downloads/record.ts'
import { createTransfers, type TransferParts, type Transfers } from '../downloads/transfers.ts'
import type { ScriptedPlatform } from './scripted-platform.ts'

export interface OpenedTransfers {
  readonly transfers: Transfers
  readonly published: Transfer[][]
  readonly shown: string[]
  readonly marked: string[]
  /** Ends when the one transfer is in this state. */
  readonly until: (state: Transfer['state']) => Promise<Transfer>
}

/** For tests: downloads into a folder, from a platform that can be told what to do. */
export function openTransfers(
  folder: string,
  platform: ScriptedPlatform,
  changes: Partial<TransferParts> = {},
): OpenedTransfers {
  const published: Transfer[][] = []
  const wake = new Set<() => void>()
  const shown: string[] = []
  const marked: string[] = []
  const transfers = createTransfers({
    ...{ platform, openPart, current: { name: () => 'https://a.example' } },
    find: (id) => Promise.resolve(id === 'd-1' ? platform.item() : undefined),
    chooseSavePath: (suggestion) => Promise.resolve(join(folder, suggestion)),
    showFile: (path) => shown.push(path),
    markDownloaded: (path) => Promise.resolve(void marked.push(path)),
    records: openTransferRecords(join(folder, 'records/transfers.json'), failWith),
    publish: (list) => {
      published.push(list)
      for (const listener of wake) listener()
    },
    stopped: () => undefined,
    ...changes,
  })
  const until = async (state: Transfer['state']): Promise<Transfer> => {
    for (;;) {
      const change = new Promise<void>((resolve) => wake.add(resolve))
      const [transfer] = await transfers.list()
      if (transfer?.state === state) return transfer
      await change
    }
  }
  return { transfers, published, shown, marked, until }
}

function failWith(error: unknown): never {
  throw error
}
