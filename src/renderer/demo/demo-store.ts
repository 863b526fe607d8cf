import { create } from 'zustand'
import type { Failure } from '../../shared/failure.ts'
import type { AppInfo, DemoMessage } from '../../shared/ipc/models.ts'
import { call, toFailure } from '../desktop.ts'

interface DemoState {
  /** Undefined until main has told. */
  readonly app: AppInfo | undefined
  readonly failure: Failure | undefined
  /** Newest first. */
  readonly messages: readonly DemoMessage[]
  readonly isPhoneOpen: boolean
  readonly load: () => Promise<void>
  readonly received: (message: DemoMessage) => void
  readonly togglePhone: () => void
}

export const useDemo = create<DemoState>()((set) => ({
  app: undefined,
  failure: undefined,
  messages: [],
  isPhoneOpen: true,
  load: async () => {
    try {
      const app = await call('app:info', {})
      set({ app })
      if (app.mode !== 'demo') return
      const earlier = await call('demo:messages', {})
      set(({ messages }) => ({ messages: merge(messages, earlier) }))
    } catch (thrown) {
      set({ failure: toFailure(thrown) })
    }
  },
  received: (message) => set(({ messages }) => ({ messages: merge(messages, [message]), isPhoneOpen: true })),
  togglePhone: () => set(({ isPhoneOpen }) => ({ isPhoneOpen: !isPhoneOpen })),
}))

function merge(known: readonly DemoMessage[], more: readonly DemoMessage[]): readonly DemoMessage[] {
  const byId = new Map([...known, ...more].map((message) => [message.id, message]))
  return [...byId.values()].sort((one, other) => other.at.localeCompare(one.at))
}
