import type { Appearance, AppearanceChange } from '../../shared/ipc/models-appearance.ts'
import type { Language } from '../../shared/language.ts'
import type { SettingsStore } from '../settings/settings-store.ts'

export interface AppearanceCases {
  readonly appearance: () => Appearance
  /** Kept, and used from now on. Code settings.saveFailed: nothing has changed then. */
  readonly changeAppearance: (change: AppearanceChange) => Promise<Appearance>
}

interface AppearanceParts {
  readonly settings: SettingsStore
  /** What the system speaks, as far as the program speaks it. */
  readonly systemLanguage: () => Language
}

/** Kept with the settings, in the demonstration as well: how the program looks reaches no platform. */
export function createAppearance({ settings, systemLanguage }: AppearanceParts): AppearanceCases {
  const appearance = (): Appearance => {
    const { language: choice = 'system', textSize = 100 } = settings.read()
    return { choice, language: choice === 'system' ? systemLanguage() : choice, textSize }
  }
  return {
    appearance,
    changeAppearance: async ({ choice, textSize }) => {
      await settings.change({
        ...(choice === undefined ? {} : { language: choice }),
        ...(textSize === undefined ? {} : { textSize }),
      })
      return appearance()
    },
  }
}
