import type { PageTarget } from '../chromium/page-target.ts'

/** Open windows in the order in which they were made; kept apart so that app and BrowserWindow need not know each other. */
export const openWindows = new Set<Electron.BrowserWindow>()

/** The pages that are shown, for what is true of all of them (the theme). */
export const shownPages = new Map<Electron.WebContents, PageTarget>()

export function focusedWindow(): Electron.BrowserWindow | null {
  return [...openWindows].filter((window) => window.isVisible() && !window.isMinimized()).at(-1) ?? null
}
