import { create } from 'zustand'
import type { Failure } from '../../shared/failure.ts'
import type { CollectedSection, DiagnosticsPackage } from '../../shared/ipc/models-diagnostics.ts'
import { call, toFailure } from '../desktop.ts'

interface DiagnosticsState {
  readonly isCollecting: boolean
  /** Of the package that is being made. */
  readonly collected: readonly CollectedSection[]
  readonly prepared: DiagnosticsPackage | undefined
  readonly isSaving: boolean
  /** How the last 保存 ended: the name of the file, or that it was cancelled. */
  readonly outcome: { readonly fileName: string | undefined } | undefined
  readonly failure: Failure | undefined
  readonly isDetailed: boolean
  /** Of 详细日志, which is no part of the dialog. */
  readonly detailFailure: Failure | undefined
  /** One package at a time: nothing while one is being made or saved. */
  readonly prepare: () => Promise<void>
  readonly received: (section: CollectedSection) => void
  /** Main opens the file dialog. */
  readonly save: () => Promise<void>
  readonly showFolder: () => Promise<void>
  readonly loadDetail: () => Promise<void>
  readonly detail: (isDetailed: boolean) => Promise<void>
}

const nothingYet = { collected: [], prepared: undefined, outcome: undefined, failure: undefined }

export const useDiagnostics = create<DiagnosticsState>()((set, get) => {
  const attempt = async (action: () => Promise<void>, told: (failure: Failure | undefined) => void) => {
    told(undefined)
    try {
      await action()
    } catch (thrown) {
      told(toFailure(thrown))
    }
  }
  const during = (action: () => Promise<void>) => attempt(action, (failure) => set({ failure }))
  const duringDetail = (action: () => Promise<void>) => attempt(action, (detailFailure) => set({ detailFailure }))
  const code = () => get().prepared?.code ?? ''
  return {
    ...nothingYet,
    ...{ isCollecting: false, isSaving: false, isDetailed: false, detailFailure: undefined },
    prepare: async () => {
      if (get().isCollecting || get().isSaving) return
      set({ ...nothingYet, isCollecting: true })
      await during(async () => set({ prepared: await call('diagnostics:prepare', {}) }))
      set({ isCollecting: false })
    },
    received: (section) => set({ collected: [...get().collected, section] }),
    save: async () => {
      set({ isSaving: true, outcome: undefined })
      await during(async () => {
        const { fileName } = await call('diagnostics:save', { code: code() })
        set({ outcome: { fileName } })
      })
      set({ isSaving: false })
    },
    showFolder: () =>
      during(async () => {
        await call('diagnostics:show-folder', { code: code() })
      }),
    loadDetail: () => duringDetail(async () => set(await call('diagnostics:log-detail', {}))),
    detail: (isDetailed) => duringDetail(async () => set(await call('diagnostics:detail-log', { isDetailed }))),
  }
})
