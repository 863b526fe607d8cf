import { create } from 'zustand'
import type { Failure } from '../../shared/failure.ts'
import type { Transfer } from '../../shared/ipc/models-transfers.ts'
import { call, toFailure } from '../desktop.ts'

/** What may be done with a transfer that there is. */
type Action = 'continue' | 'pause' | 'remove' | 'show'

interface TransfersState {
  readonly transfers: readonly Transfer[]
  /** Of the last thing that was tried and did not work; it is shown at its file. */
  readonly failed: { readonly downloadId: string; readonly failure: Failure } | undefined
  readonly load: () => Promise<void>
  readonly received: (transfers: readonly Transfer[]) => void
  readonly start: (downloadId: string) => Promise<void>
  readonly act: (action: Action, transfer: Transfer) => Promise<void>
}

export const useTransfers = create<TransfersState>()((set) => {
  const attempt = async (downloadId: string, action: () => Promise<unknown>) => {
    set({ failed: undefined })
    try {
      await action()
      set({ transfers: await call('content:list-transfers', {}) })
    } catch (thrown) {
      set({ failed: { downloadId, failure: toFailure(thrown) } })
    }
  }
  return {
    transfers: [],
    failed: undefined,
    load: async () => {
      try {
        set({ transfers: await call('content:list-transfers', {}) })
      } catch {
        // A file that is not known to be here can be downloaded again.
        set({ transfers: [] })
      }
    },
    received: (transfers) => set({ transfers }),
    start: (downloadId) => attempt(downloadId, () => call('content:start-download', { downloadId })),
    act: (action, { id: transferId, downloadId }) =>
      attempt(downloadId, () => call(`content:${action}-download`, { transferId })),
  }
})
