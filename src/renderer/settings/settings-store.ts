import { create } from 'zustand'
import type { Failure } from '../../shared/failure.ts'
import type { Settings } from '../../shared/ipc/models.ts'
import { call, toFailure } from '../desktop.ts'

interface SettingsState {
  readonly settings: Settings | undefined
  readonly failure: Failure | undefined
  readonly isPlatformSaved: boolean
  readonly load: () => Promise<void>
  readonly savePlatform: (address: string) => Promise<void>
  /** Main opens the file dialog. */
  readonly addModule: () => Promise<void>
  readonly removeModule: (path: string) => Promise<void>
}

export const useSettings = create<SettingsState>()((set) => {
  const show = async (asked: Promise<Settings>, isPlatformSaved: boolean) => {
    set({ isPlatformSaved: false, failure: undefined })
    try {
      set({ settings: await asked, isPlatformSaved })
    } catch (thrown) {
      set({ failure: toFailure(thrown) })
    }
  }
  return {
    settings: undefined,
    failure: undefined,
    isPlatformSaved: false,
    load: () => show(call('settings:read', {}), false),
    savePlatform: (address) => show(call('settings:save-platform', { address }), true),
    addModule: () => show(call('settings:add-module', {}), false),
    removeModule: (path) => show(call('settings:remove-module', { path }), false),
  }
})
