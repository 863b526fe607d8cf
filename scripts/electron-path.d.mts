/** The stand-in for the electron binary (tools/chromium-host). Linux only. */
export const hostBinary: string

/** The installed electron binary, or null. Only looks, never downloads. */
export function electronBinary(): string | null

export interface Executable {
  readonly kind: 'electron' | 'chromium'
  readonly path: string
}

/** What runs the app here; APP_RUNTIME=electron|chromium overrides. */
export function executable(): Executable
