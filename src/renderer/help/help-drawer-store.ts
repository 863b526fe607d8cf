import { create } from 'zustand'
import type { HelpReference } from '../../shared/content/help-reference.ts'

interface HelpDrawerState {
  /** The pages that were opened one from the other, the one that is shown last; none while it is closed. */
  readonly trail: readonly HelpReference[]
  readonly open: (reference: HelpReference) => void
  readonly back: () => void
  readonly close: () => void
}

/** A page of 帮助中心 over whatever is being done: it stays as it is, and is there again when the drawer is closed. */
export const useHelpDrawer = create<HelpDrawerState>()((set) => ({
  trail: [],
  // A code that is clicked twice is opened once.
  open: (reference) => set(({ trail }) => ({ trail: trail.at(-1) === reference ? trail : [...trail, reference] })),
  back: () => set(({ trail }) => ({ trail: trail.slice(0, -1) })),
  close: () => set({ trail: [] }),
}))
