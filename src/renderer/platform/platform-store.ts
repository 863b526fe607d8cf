import { create } from 'zustand'
import type { PlatformStatus } from '../../shared/ipc/models-platform.ts'
import { call } from '../desktop.ts'

interface PlatformState {
  readonly status: PlatformStatus
  /** Lets main ask the platform, if what it knows is old. */
  readonly check: () => Promise<void>
  readonly received: (status: PlatformStatus) => void
}

const unknown: PlatformStatus = { state: 'unknown' }

export const usePlatform = create<PlatformState>()((set) => ({
  status: unknown,
  check: async () => {
    try {
      set({ status: await call('platform:check', {}) })
    } catch {
      // Nothing is known then; what the user does next has its own failure.
      set({ status: unknown })
    }
  },
  received: (status) => set({ status }),
}))
