import { create } from 'zustand'
import type { Failure } from '../../shared/failure.ts'
import type { DriverReport } from '../../shared/ipc/models-drivers.ts'
import { call, toFailure } from '../desktop.ts'

interface DriversState {
  readonly report: DriverReport | undefined
  readonly failure: Failure | undefined
  /** The driver that is being tried again. */
  readonly retrying: string | undefined
  readonly load: () => Promise<void>
  readonly received: (report: DriverReport) => void
  readonly retry: (path: string) => Promise<void>
  /** Main opens the file dialog. */
  readonly updateTable: () => Promise<void>
  readonly openPage: (driverId: string) => Promise<void>
}

export const useDrivers = create<DriversState>()((set) => {
  const show = async (asked: Promise<DriverReport>) => {
    set({ failure: undefined })
    try {
      set({ report: await asked })
    } catch (thrown) {
      set({ failure: toFailure(thrown) })
    }
  }
  return {
    report: undefined,
    failure: undefined,
    retrying: undefined,
    load: () => show(call('drivers:list', {})),
    received: (report) => set({ report }),
    retry: async (path) => {
      set({ retrying: path })
      await show(call('drivers:retry', { path }))
      set({ retrying: undefined })
    },
    updateTable: () => show(call('drivers:update-table', {})),
    openPage: async (driverId) => {
      try {
        await call('drivers:open-page', { driverId })
      } catch (thrown) {
        set({ failure: toFailure(thrown) })
      }
    },
  }
})
