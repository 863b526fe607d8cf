import { create } from 'zustand'
import type { Failure } from '../../shared/failure.ts'
import type { Gate } from '../../shared/ipc/models-gate.ts'
import { call, toFailure } from '../desktop.ts'

interface GateState {
  /** What the last check found; it stays in sight while the next one runs. */
  readonly gate: Gate | undefined
  readonly isChecking: boolean
  readonly failure: Failure | undefined
  /** The user goes on although a program that may be in the way is running: said of what this check found, and of no other. */
  readonly isAccepted: boolean
  readonly accept: (isAccepted: boolean) => void
  readonly check: (certificateId: string) => Promise<void>
  /** Leaves nothing of one certificate for the next. */
  readonly forget: () => void
}

export const useGate = create<GateState>()((set) => {
  // An answer that a later question has overtaken says nothing any more.
  let latest = 0
  const checkNow = async (certificateId: string): Promise<Partial<GateState>> => {
    try {
      return { gate: await call('renewal:gate', { certificateId }), failure: undefined }
    } catch (thrown) {
      return { gate: undefined, failure: toFailure(thrown) }
    }
  }
  return {
    gate: undefined,
    isChecking: false,
    failure: undefined,
    isAccepted: false,
    accept: (isAccepted) => set({ isAccepted }),
    check: async (certificateId) => {
      const own = ++latest
      set({ isChecking: true, isAccepted: false })
      const found = await checkNow(certificateId)
      if (own === latest) set({ ...found, isChecking: false })
    },
    forget: () => {
      latest++
      set({ gate: undefined, isChecking: false, failure: undefined, isAccepted: false })
    },
  }
})
