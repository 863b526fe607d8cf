import { create } from 'zustand'

interface HelpState {
  /** The article that was asked for: its id, or the code that it explains. */
  readonly reference: string | undefined
  readonly open: (reference: string) => void
}

export const useHelp = create<HelpState>()((set) => ({
  reference: undefined,
  open: (reference) => set({ reference }),
}))

export function openArticle(reference: string): void {
  useHelp.getState().open(reference)
}
