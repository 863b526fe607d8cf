import { create } from 'zustand'
import type { ContentOverview } from '../../shared/ipc/models-content.ts'
import { call } from '../desktop.ts'

interface ContentState {
  /** What the platform offers of 帮助中心, and how much of it is news. */
  readonly overview: ContentOverview
  readonly load: () => Promise<void>
  readonly received: (overview: ContentOverview) => void
}

const nothing: ContentOverview = { parts: [], unread: 0 }

export const useContentOverview = create<ContentState>()((set) => ({
  overview: nothing,
  load: async () => {
    try {
      set({ overview: await call('content:overview', {}) })
    } catch {
      // Without it 帮助中心 has its own articles all the same.
      set({ overview: nothing })
    }
  },
  received: (overview) => set({ overview }),
}))
