import { create } from 'zustand'
import type { Failure } from '../../shared/failure.ts'
import type { Overview } from '../../shared/ipc/models.ts'
import { useClock } from '../components/clock-store.ts'
import { call, toFailure } from '../desktop.ts'

export type ExportFormat = 'der' | 'pem' | 'p7b'

/** How the last export ended, shown at its card. */
interface ExportOutcome {
  readonly certificateId: string
  readonly savedAs?: string | undefined
  readonly failure?: Failure
}

interface CertificatesState {
  readonly overview: Overview | undefined
  readonly failure: Failure | undefined
  readonly isRefreshing: boolean
  readonly exported: ExportOutcome | undefined
  readonly load: () => Promise<void>
  /** Reads the tokens again. */
  readonly refresh: () => Promise<void>
  /** How the PINs stand now. */
  readonly refreshTries: () => Promise<void>
  readonly received: (overview: Overview) => void
  readonly exportCertificate: (certificateId: string, format: ExportFormat) => Promise<void>
}

export const useCertificates = create<CertificatesState>()((set) => {
  const received = (overview: Overview) => {
    useClock.getState().heard(overview.now)
    set({ overview, failure: undefined })
  }
  const show = async (asked: Promise<Overview>) => {
    try {
      received(await asked)
    } catch (thrown) {
      set({ failure: toFailure(thrown) })
    }
  }
  return {
    overview: undefined,
    failure: undefined,
    isRefreshing: false,
    exported: undefined,
    load: () => show(call('certificates:overview', {})),
    refresh: async () => {
      set({ isRefreshing: true })
      await show(call('certificates:refresh', {}))
      set({ isRefreshing: false })
    },
    refreshTries: () => show(call('certificates:refresh', { purpose: 'pin-form' })),
    received,
    exportCertificate: async (certificateId, format) => {
      try {
        const { saved, fileName } = await call('certificates:export', { certificateId, format })
        set({ exported: { certificateId, savedAs: saved ? fileName : undefined } })
      } catch (thrown) {
        set({ exported: { certificateId, failure: toFailure(thrown) } })
      }
    },
  }
})
