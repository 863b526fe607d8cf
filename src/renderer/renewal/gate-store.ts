import { create } from 'zustand'
import type { Failure } from '../../shared/failure.ts'
import type { Gate } from '../../shared/ipc/models-gate.ts'
import { call, toFailure } from '../desktop.ts'

interface GateState {
  /** What the last check found; it stays in sight while the next one runs. */
  readonly gate: Gate | undefined
  readonly isChecking: boolean
  readonly failure: Failure | undefined
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
    check: async (certificateId) => {
      const own = ++latest
      set({ isChecking: true })
      const found = await checkNow(certificateId)
      if (own === latest) set({ ...found, isChecking: false })
    },
    forget: () => {
      latest++
      set({ gate: undefined, isChecking: false, failure: undefined })
    },
  }
})
