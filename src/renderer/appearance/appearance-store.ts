import { create } from 'zustand'
import type { Failure } from '../../shared/failure.ts'
import type { Appearance, AppearanceChange } from '../../shared/ipc/models-appearance.ts'
import { call, toFailure } from '../desktop.ts'
import { speak } from '../i18n/index.ts'

interface AppearanceState {
  /** Undefined until main has told. */
  readonly appearance: Appearance | undefined
  readonly failure: Failure | undefined
  readonly load: () => Promise<void>
  readonly change: (change: AppearanceChange) => Promise<void>
}

export const useAppearance = create<AppearanceState>()((set) => {
  const use = async (asked: Promise<Appearance>) => {
    try {
      const appearance = await asked
      showTextSize(appearance)
      await speak(appearance.language)
      set({ appearance, failure: undefined })
    } catch (thrown) {
      set({ failure: toFailure(thrown) })
    }
  }
  return {
    appearance: undefined,
    failure: undefined,
    load: () => use(call('appearance:read', {})),
    change: (change) => use(call('appearance:change', change)),
  }
})

/** Every size of text is told in rem, and so grows with the root's. */
function showTextSize({ textSize }: Appearance): void {
  document.documentElement.style.fontSize = `${textSize}%`
}
