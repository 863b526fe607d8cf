import { create } from 'zustand'
import type { Failure } from '../../shared/failure.ts'
import { useToast } from '../components/toast-store.ts'
import { call, toFailure } from '../desktop.ts'

interface ReceiptsState {
  /** The renewal whose receipt is being saved. */
  readonly savingId: string | undefined
  /** Of the last receipt that was not saved; it is shown at its renewal. */
  readonly failed: { readonly renewalId: string; readonly failure: Failure } | undefined
  readonly save: (renewalId: string) => Promise<void>
}

export const useReceipts = create<ReceiptsState>()((set) => ({
  savingId: undefined,
  failed: undefined,
  save: async (renewalId) => {
    set({ savingId: renewalId, failed: undefined })
    try {
      const { saved, fileName } = await call('renewal:save-receipt', { renewalId })
      const { show } = useToast.getState()
      if (saved) show({ words: 'receipt.saved', fileName: fileName ?? '' })
      else show({ words: 'receipt.cancelled' })
      set({ savingId: undefined })
    } catch (thrown) {
      set({ savingId: undefined, failed: { renewalId, failure: toFailure(thrown) } })
    }
  },
}))
