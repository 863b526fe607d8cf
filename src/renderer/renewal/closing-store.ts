import { create } from 'zustand'
import type { Failure } from '../../shared/failure.ts'
import { call, toFailure } from '../desktop.ts'

interface ClosingState {
  /** The renewal that is being written while the user wants to close the window. */
  readonly renewalId: string | undefined
  readonly failure: Failure | undefined
  readonly asked: (renewalId: string) => void
  readonly stay: () => void
  readonly quit: () => Promise<void>
}

export const useClosing = create<ClosingState>()((set) => ({
  renewalId: undefined,
  failure: undefined,
  asked: (renewalId) => set({ renewalId, failure: undefined }),
  stay: () => set({ renewalId: undefined, failure: undefined }),
  quit: async () => {
    try {
      await call('app:quit', {})
    } catch (thrown) {
      set({ failure: toFailure(thrown) })
    }
  },
}))
