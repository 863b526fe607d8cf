import { HostEmitter } from '../host-emitter.ts'
import { hostEvent } from '../host-event.ts'
import { runExitTasks } from '../exit-tasks.ts'
import { notice } from '../notice.ts'
import { state } from '../state.ts'
import { strict } from '../strict.ts'
import { createAppPaths } from './app-paths.ts'
import { commandLine } from './command-line.ts'
import { createSingleInstance } from './single-instance.ts'
import { openWindows } from './window-registry.ts'

const EVENTS = [
  'will-finish-launching',
  'ready',
  'activate',
  'before-quit',
  'will-quit',
  'quit',
  'window-all-closed',
  'second-instance',
  'web-contents-created',
  'browser-window-created',
  'browser-window-focus',
  'browser-window-blur',
  'child-process-gone',
  'render-process-gone',
  // Nobody asks for one here: the page is on no network.
  'select-client-certificate',
]

const paths = createAppPaths()
const readiness = Promise.withResolvers<undefined>()
const singleInstance = createSingleInstance((second) => {
  app.emit('second-instance', hostEvent(), second.argv, second.cwd, second.additionalData)
})

async function end(code: number): Promise<void> {
  if (state.isExiting) return
  state.isExiting = true
  app.emit('quit', hostEvent(), code)
  for (const window of openWindows) window.destroy()
  await runExitTasks()
  await state.chromium?.close()
  process.exit(code)
}

/** False when a window refused to close. */
function closeAllWindows(): boolean {
  return [...openWindows].every((window) => {
    window.close()
    return window.isDestroyed()
  })
}

function quit(): void {
  if (state.isQuitting) return
  state.isQuitting = true
  const beforeQuit = hostEvent()
  app.emit('before-quit', beforeQuit)
  if (!beforeQuit.defaultPrevented && closeAllWindows()) {
    const willQuit = hostEvent()
    app.emit('will-quit', willQuit)
    if (!willQuit.defaultPrevented) {
      void end(0)
      return
    }
  }
  state.isQuitting = false
}

/** The `app` module. Its members mean what Electron's documentation says; the comments name what is different here. */
export class HostApp extends HostEmitter {
  readonly dock = undefined
  readonly commandLine = strict('app.commandLine', commandLine)
  private loginItem: Electron.Settings = {}

  constructor() {
    super('app', EVENTS)
  }

  /** As Electron: when the app comes from `resources` and not from a folder on the command line. */
  get isPackaged(): boolean {
    return state.resources !== null
  }

  get name(): string {
    return state.appName
  }

  set name(name: string) {
    state.appName = name
  }

  getName(): string {
    return state.appName
  }

  setName(name: string): void {
    state.appName = name
  }

  getVersion(): string {
    return state.manifest.version ?? '0.0.0'
  }

  getAppPath(): string {
    return state.appPath
  }

  getLocale(): string {
    if (state.language !== '') return state.language
    const [language = 'en-US'] = (process.env['LANG'] ?? 'en-US').split('.')
    return language.replace('_', '-')
  }

  getSystemLocale(): string {
    return this.getLocale()
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()]
  }

  isReady(): boolean {
    return state.isReady
  }

  whenReady(): Promise<void> {
    return readiness.promise
  }

  getPath(name: string): string {
    return paths.get(name)
  }

  setPath(name: string, path: string): void {
    paths.set(name, path)
  }

  requestSingleInstanceLock(additionalData: Record<string, unknown> = {}): boolean {
    return singleInstance.request(paths.get('userData'), additionalData)
  }

  hasSingleInstanceLock(): boolean {
    return singleInstance.isHeld()
  }

  releaseSingleInstanceLock(): void {
    singleInstance.release()
  }

  quit(): void {
    quit()
  }

  exit(code = 0): void {
    void end(code)
  }

  focus(): void {
    const [window] = openWindows
    window?.focus()
  }

  /** Every page of Chromium is sandboxed, unless it runs as root; windows that ask otherwise are refused. */
  enableSandbox(): void {
    if (state.isReady) throw new Error('app.enableSandbox() can only be called before app is ready')
  }

  disableHardwareAcceleration(): void {
    if (state.isReady) throw new Error('app.disableHardwareAcceleration() can only be called before app is ready')
  }

  /** Remembered for this run only: nothing is written to the desktop's autostart folder. */
  setLoginItemSettings(settings: Electron.Settings): void {
    notice('app.setLoginItemSettings', settings)
    this.loginItem = settings
  }

  getLoginItemSettings(): Pick<Electron.LoginItemSettings, 'openAtLogin'> {
    return { openAtLogin: this.loginItem.openAtLogin ?? false }
  }

  setAppUserModelId(id: string): void {
    notice('app.setAppUserModelId', id)
  }
}

export const app = strict('app', new HostApp())

/** For boot.ts, once Chromium runs. Listeners may have replaced app.emit, as Playwright's loader does. */
export function announceReady(): void {
  state.isReady = true
  app.emit('will-finish-launching')
  app.emit('ready', hostEvent(), {})
  readiness.resolve(undefined)
}
