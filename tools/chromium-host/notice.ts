import { isVerbose, state } from './state.ts'

/** Tells a person at the terminal what Electron would have shown on the desktop. Silent in headless (test) runs. */
export function notice(what: string, ...details: unknown[]): void {
  if (isVerbose || !state.headless) console.error(`[chromium-host] ${what}`, ...details)
}

/** Tells a person who debugs the host itself (CHROMIUM_HOST_VERBOSE=1). */
export function trace(what: string, ...details: unknown[]): void {
  if (isVerbose) console.error(`[chromium-host] ${what}`, ...details)
}
