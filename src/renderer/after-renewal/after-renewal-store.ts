import { create } from 'zustand'
import type { AfterRenewal } from '../../shared/ipc/models-seals.ts'
import { call } from '../desktop.ts'

interface AfterRenewalState {
  readonly entries: readonly AfterRenewal[]
  readonly load: () => Promise<void>
}

/** When business systems should know the certificates of the last renewals. */
export const useAfterRenewal = create<AfterRenewalState>()((set) => ({
  entries: [],
  load: async () => {
    try {
      set({ entries: await call('renewal:list-after', {}) })
    } catch {
      // Then it is told without a date; the renewals have a failure of their own.
      set({ entries: [] })
    }
  },
}))
