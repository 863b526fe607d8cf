import type { Chromium } from './chromium/chromium.ts'

/** What the host reads of the app's package.json. */
export interface Manifest {
  readonly name?: string
  readonly productName?: string
  readonly version?: string
  readonly main?: string
  readonly type?: string
}

export interface HostState {
  manifest: Manifest
  appPath: string
  appName: string
  /** BCP 47 tag from --lang, or '' to follow the system. */
  language: string
  headless: boolean
  /** The folder `resources` of a packed program whose archive lies in it as a folder; null for a program's sources. */
  resources: string | null
  /** --remote-debugging-port was given, as Playwright does: somebody else answers the page's dialogs. */
  hasOtherDebugger: boolean
  /** Extra switches for Chromium, from app.commandLine. */
  switches: string[]
  isReady: boolean
  isQuitting: boolean
  isExiting: boolean
  chromium: Chromium | null
}

/** One host process runs one app, so there is one state, as Electron's own module has. */
export const state: HostState = {
  manifest: {},
  appPath: process.cwd(),
  appName: 'Electron',
  language: '',
  headless: true,
  resources: null,
  hasOtherDebugger: false,
  switches: [],
  isReady: false,
  isQuitting: false,
  isExiting: false,
  chromium: null,
}

export const isVerbose = Boolean(process.env['CHROMIUM_HOST_VERBOSE'])
