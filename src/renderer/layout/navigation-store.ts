import { create } from 'zustand'

/** In the order of the navigation; a page is listed once it works. */
export const mainPages = [
  'certificates',
  'renewal',
  'platform-certificates',
  'orders',
  'seals',
  'environment',
  'help',
] as const
export type Page = (typeof mainPages)[number] | 'settings'

interface NavigationState {
  readonly page: Page
  readonly go: (page: Page) => void
}

export const useNavigation = create<NavigationState>()((set) => ({
  page: 'certificates',
  go: (page) => set({ page }),
}))
