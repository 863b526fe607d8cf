import { create } from 'zustand'

/** What is told in passing: something is done, and nothing has to be decided. */
export type Toast =
  { readonly words: 'receipt.saved'; readonly fileName: string } | { readonly words: 'receipt.cancelled' }

interface ToastState {
  readonly toast: Toast | undefined
  readonly show: (toast: Toast) => void
  readonly close: () => void
}

export const useToast = create<ToastState>()((set) => ({
  toast: undefined,
  show: (toast) => set({ toast }),
  close: () => set({ toast: undefined }),
}))
