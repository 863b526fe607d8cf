import { create } from 'zustand'

interface RequirementsState {
  readonly isOpen: boolean
  readonly open: () => void
  readonly close: () => void
}

/** Are 印章图片处理方法及要求 being read? They lie over the page 电子印章. */
export const useRequirements = create<RequirementsState>()((set) => ({
  isOpen: false,
  open: () => set({ isOpen: true }),
  close: () => set({ isOpen: false }),
}))
