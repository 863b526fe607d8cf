import type { Settings } from '../../shared/ipc/models.ts'
import { AppError } from '../app-error.ts'
import { createConnectionCases, describeSettings, type ConnectionCases } from './connection-cases.ts'
import type { SettingsStore } from './settings-store.ts'

export interface SettingsCases extends ConnectionCases {
  readonly settings: () => Settings
  readonly addModule: () => Promise<Settings>
  readonly removeModule: (path: string) => Promise<Settings>
}

interface SettingsParts {
  readonly store: SettingsStore
  readonly chooseModule: () => Promise<string | undefined>
  readonly useModules: (paths: readonly string[]) => void
  readonly chooseRootFile: () => Promise<string | undefined>
  readonly platformChanged: () => void
  /** What the dates of a root certificate are judged by; this computer's clock unless told. */
  readonly now?: () => Date
}

/** The demonstration keeps its own platform and token: it must not reach a real one. */
export function fixedSettings(platformAddress: () => string | undefined): SettingsCases {
  const refuse = () => Promise.reject(new AppError('demo.fixed'))
  const fixed = { savePlatform: refuse, saveConnection: refuse, chooseRoot: refuse, removeRoot: refuse }
  const settings = () => describeSettings({ platformAddress: platformAddress(), modules: [] })
  return { ...fixed, settings, addModule: refuse, removeModule: refuse }
}

/** What the user can change, each put to use at once. */
export function createSettingsCases(parts: SettingsParts): SettingsCases {
  const { store, chooseModule, useModules, now = () => new Date() } = parts
  const changeModules = async (modules: string[]) => {
    const settings = await store.change({ modules })
    useModules(settings.modules)
    return describeSettings(settings)
  }
  return {
    ...createConnectionCases({ ...parts, now }),
    settings: () => describeSettings(store.read()),
    addModule: async () => {
      const path = await chooseModule()
      const { modules } = store.read()
      if (path === undefined || modules.includes(path)) return describeSettings(store.read())
      return changeModules([...modules, path])
    },
    removeModule: (path) => changeModules(store.read().modules.filter((module) => module !== path)),
  }
}
