import { notSupported } from '../strict.ts'

/** Options that the host acts upon, or whose effect cannot be seen in it. */
const KNOWN = [
  'width',
  'height',
  'minWidth',
  'minHeight',
  'x',
  'y',
  'center',
  'useContentSize',
  'show',
  'title',
  'icon',
  'backgroundColor',
  'autoHideMenuBar',
  'resizable',
  'minimizable',
  'maximizable',
  'fullscreenable',
  'webPreferences',
] as const satisfies readonly (keyof Electron.BrowserWindowConstructorOptions)[]

/** Preferences that an app may state only with the value that the host has anyway. */
const REQUIRED = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
} as const satisfies Electron.WebPreferences

/** Preferences that are taken; only preload, additionalArguments and javascript have an effect. */
const TAKEN = [
  'javascript',
  'preload',
  'additionalArguments',
  'devTools',
  'spellcheck',
  'disableBlinkFeatures',
  'backgroundThrottling',
  'defaultEncoding',
  'navigateOnDragDrop',
  'safeDialogs',
  'disableDialogs',
  'images',
  'webgl',
  'plugins',
  'autoplayPolicy',
] as const satisfies readonly (keyof Electron.WebPreferences)[]

/** Throws for an option that would mean something in Electron and nothing here. */
export function checkWindowOptions(options: Electron.BrowserWindowConstructorOptions): void {
  const known = new Set<string>(KNOWN)
  for (const name of Object.keys(options)) {
    if (!known.has(name)) throw notSupported(`new BrowserWindow({ ${name} })`)
  }
  const taken = new Set<string>(TAKEN)
  const required = new Map<string, boolean>(Object.entries(REQUIRED))
  for (const [name, value] of Object.entries(options.webPreferences ?? {})) {
    if (taken.has(name) || required.get(name) === value) continue
    throw notSupported(`new BrowserWindow({ webPreferences: { ${name}: ${String(value)} } })`)
  }
}
