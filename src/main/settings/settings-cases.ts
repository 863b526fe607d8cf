import type { Settings } from '../../shared/ipc/models.ts'
import { AppError } from '../app-error.ts'
import { parsePlatformAddress } from '../platform/platform-address.ts'
import type { SettingsStore } from './settings-store.ts'

interface SettingsCases {
  readonly settings: () => Settings
  /** Code platform.addressInvalid; an empty address forgets the platform. */
  readonly savePlatform: (address: string) => Promise<Settings>
  readonly addModule: () => Promise<Settings>
  readonly removeModule: (path: string) => Promise<Settings>
}

/** The demonstration keeps its own platform and token: it must not reach a real one. */
export function fixedSettings(settings: () => Settings): SettingsCases {
  const refuse = () => Promise.reject(new AppError('demo.fixed'))
  return { settings, savePlatform: refuse, addModule: refuse, removeModule: refuse }
}

/** What the user can change, each put to use at once. */
export function createSettingsCases(
  store: SettingsStore,
  chooseModule: () => Promise<string | undefined>,
  useModules: (paths: readonly string[]) => void,
): SettingsCases {
  const changeModules = async (modules: string[]) => {
    const settings = await store.change({ modules })
    useModules(settings.modules)
    return settings
  }
  return {
    settings: store.read,
    savePlatform: (address) => {
      if (address === '') return store.change({ platformAddress: undefined })
      parsePlatformAddress(address)
      return store.change({ platformAddress: address })
    },
    addModule: async () => {
      const path = await chooseModule()
      const { modules } = store.read()
      return path === undefined || modules.includes(path) ? store.read() : changeModules([...modules, path])
    },
    removeModule: (path) => changeModules(store.read().modules.filter((module) => module !== path)),
  }
}
