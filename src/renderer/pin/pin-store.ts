import { create } from 'zustand'
import type { Failure } from '../../shared/failure.ts'
import type { PinPolicy } from '../../shared/pin-policy.ts'
import { call, toFailure } from '../desktop.ts'

type PinTask = 'change' | 'unblock'

interface PinState {
  /** Serial number of the token whose PIN is managed; closed without one. */
  readonly tokenSerialNumber: string | undefined
  readonly task: PinTask
  readonly policy: PinPolicy | undefined
  readonly failure: Failure | undefined
  /** Tokens whose PIN was changed since the program started. */
  readonly changed: readonly string[]
  readonly isDone: boolean
  readonly open: (tokenSerialNumber: string, task: PinTask) => Promise<void>
  readonly choose: (task: PinTask) => void
  readonly close: () => void
  /** PINs pass through and stay nowhere. */
  readonly change: (pins: { readonly pin: string; readonly newPin: string }) => Promise<void>
  readonly unblock: (pins: { readonly securityOfficerPin: string; readonly newPin: string }) => Promise<void>
}

export const usePins = create<PinState>()((set, get) => {
  const attempt = async (ask: (tokenSerialNumber: string) => Promise<unknown>) => {
    const { tokenSerialNumber, changed } = get()
    if (tokenSerialNumber === undefined) return
    set({ failure: undefined })
    try {
      await ask(tokenSerialNumber)
      set({ isDone: true, changed: [...changed, tokenSerialNumber] })
    } catch (thrown) {
      set({ failure: toFailure(thrown) })
    }
  }
  return {
    tokenSerialNumber: undefined,
    task: 'change',
    policy: undefined,
    failure: undefined,
    changed: [],
    isDone: false,
    open: async (tokenSerialNumber, task) => {
      set({ tokenSerialNumber, task, failure: undefined, isDone: false })
      try {
        set({ policy: get().policy ?? (await call('pin:policy', {})) })
      } catch (thrown) {
        set({ failure: toFailure(thrown) })
      }
    },
    choose: (task) => set({ task, failure: undefined }),
    close: () => set({ tokenSerialNumber: undefined, failure: undefined, isDone: false }),
    change: (pins) => attempt((tokenSerialNumber) => call('pin:change', { tokenSerialNumber, ...pins })),
    unblock: (pins) => attempt((tokenSerialNumber) => call('pin:unblock', { tokenSerialNumber, ...pins })),
  }
})
