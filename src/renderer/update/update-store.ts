import { create } from 'zustand'
import type { Failure } from '../../shared/failure.ts'
import type { UpdateReport } from '../../shared/ipc/models-update.ts'
import { call, toFailure } from '../desktop.ts'

type Action = 'look' | 'download' | 'stop' | 'put-off' | 'install'

interface UpdateState {
  readonly report: UpdateReport | undefined
  /** Of what could not even be asked; what updates themselves run into is in the report. */
  readonly failure: Failure | undefined
  /** Of the address that was not taken. */
  readonly addressFailure: Failure | undefined
  readonly isAddressSaved: boolean
  readonly load: () => Promise<void>
  readonly received: (report: UpdateReport) => void
  readonly act: (action: Action) => Promise<void>
  readonly saveAddress: (address: string) => Promise<void>
}

export const useUpdate = create<UpdateState>()((set) => {
  const show = async (asked: Promise<UpdateReport>) => {
    set({ failure: undefined, isAddressSaved: false })
    try {
      set({ report: await asked })
    } catch (thrown) {
      set({ failure: toFailure(thrown) })
    }
  }
  return {
    report: undefined,
    failure: undefined,
    addressFailure: undefined,
    isAddressSaved: false,
    load: () => show(call('update:report', {})),
    received: (report) => set({ report }),
    act: (action) => show(call(`update:${action}`, {})),
    saveAddress: async (address) => {
      set({ addressFailure: undefined, isAddressSaved: false })
      try {
        set({ report: await call('update:save-address', { address }), isAddressSaved: true, failure: undefined })
      } catch (thrown) {
        set({ addressFailure: toFailure(thrown) })
      }
    },
  }
})
