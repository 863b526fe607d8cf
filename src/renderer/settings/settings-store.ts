import { create } from 'zustand'
import type { Failure } from '../../shared/failure.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import type { Settings } from '../../shared/ipc/models.ts'
import { call, toFailure } from '../desktop.ts'

/** What a word of confirmation, or a failure, is about: it stands where the button is. */
export type SettingsPart = 'platform' | 'connection' | 'root' | 'modules'

interface SettingsState {
  readonly settings: Settings | undefined
  readonly failure: { readonly part: SettingsPart; readonly failure: Failure } | undefined
  readonly saved: SettingsPart | undefined
  readonly load: () => Promise<void>
  readonly savePlatform: (input: Input<'settings:save-platform'>) => Promise<void>
  readonly saveConnection: (input: Input<'settings:save-connection'>) => Promise<void>
  /** Main opens the file dialog. */
  readonly chooseRoot: () => Promise<void>
  readonly removeRoot: () => Promise<void>
  /** Main opens the file dialog. */
  readonly addModule: () => Promise<void>
  readonly removeModule: (path: string) => Promise<void>
}

export const useSettings = create<SettingsState>()((set) => {
  const show = async (part: SettingsPart, asked: Promise<Settings>, saved?: SettingsPart) => {
    set({ saved: undefined, failure: undefined })
    try {
      set({ settings: await asked, saved })
    } catch (thrown) {
      set({ failure: { part, failure: toFailure(thrown) } })
    }
  }
  return {
    settings: undefined,
    failure: undefined,
    saved: undefined,
    load: () => show('modules', call('settings:read', {})),
    savePlatform: (input) => show('platform', call('settings:save-platform', input), 'platform'),
    saveConnection: (input) => show('connection', call('settings:save-connection', input), 'connection'),
    chooseRoot: () => show('root', call('settings:choose-root', {})),
    removeRoot: () => show('root', call('settings:remove-root', {})),
    addModule: () => show('modules', call('settings:add-module', {})),
    removeModule: (path) => show('modules', call('settings:remove-module', { path })),
  }
})
