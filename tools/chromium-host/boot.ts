// What the electron binary does around the app's main script: reads the command line, names the versions, loads main,
// starts Chromium, says 'ready'.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { announceReady, app } from './api/app.ts'
import { openWindows, shownPages } from './api/window-registry.ts'
import { launchChromium } from './chromium/chromium.ts'
import { originalArguments } from './command-line-arguments.ts'
import { trace } from './notice.ts'
import { state, type Manifest } from './state.ts'

const EXECUTABLE = join(import.meta.dirname, 'dist/electron')

/** Chromium's own cameras for tests, given on the command line as they are to Electron. */
const CAMERA_FLAGS = ['--use-fake-device-for-media-stream', '--use-file-for-fake-video-capture']

interface AppScript {
  readonly directory: string
  readonly manifest: Manifest
  readonly main: string
}

function readPackage(file: string): object {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as object) : {}
}

/** The app is a folder with a package.json, or a script. */
function findApp(target: string): AppScript {
  const isFolder = statSync(target).isDirectory()
  const directory = isFolder ? target : dirname(target)
  const manifest: Manifest = readPackage(join(directory, 'package.json'))
  return { directory, manifest, main: isFolder ? join(directory, manifest.main ?? 'index.js') : target }
}

/**
 * A packed program names no app: Electron takes `app.asar` of its own folder `resources`. Node reads no archive, so here it
 * is a folder of that name, with the archive's content.
 */
function appTarget(args: readonly string[]): string {
  if (state.resources !== null) return join(state.resources, 'app.asar')
  return resolve(args.find((argument) => !argument.startsWith('-')) ?? '.')
}

/**
 * The version of electron.d.ts that the app is compiled against: the binary of that version is what is stood in for. A
 * packed program brings none: it was made beside this host.
 */
function electronVersion(appDirectory: string): string {
  const places = [appDirectory, join(import.meta.dirname, '../..')]
  const found: readonly Manifest[] = places.map((place) =>
    readPackage(join(place, 'node_modules/electron/package.json')),
  )
  return found.find(({ version }) => version !== undefined)?.version ?? '0.0.0'
}

function readCommandLine(args: readonly string[]): void {
  const flags = args.filter((argument) => argument.startsWith('--'))
  state.hasOtherDebugger = flags.some((flag) => flag.startsWith('--remote-debugging-port'))
  state.language = flags.find((flag) => flag.startsWith('--lang='))?.slice('--lang='.length) ?? ''
  const isHeadlessWanted = flags.includes('--headless') || Boolean(process.env['CHROMIUM_HOST_HEADLESS'])
  state.headless = isHeadlessWanted || !process.env['DISPLAY']
  state.switches.push(...flags.filter((flag) => CAMERA_FLAGS.some((name) => flag.split('=')[0] === name)))
  // --test-type hides the bar that warns of the missing sandbox.
  if (flags.includes('--no-sandbox')) state.switches.push('--no-sandbox', '--test-type')
}

function dressProcess(args: readonly string[], appDirectory: string): void {
  Object.defineProperty(process.versions, 'electron', { value: electronVersion(appDirectory), enumerable: true })
  const ofSources = { defaultApp: true, resourcesPath: dirname(EXECUTABLE) }
  const own = state.resources === null ? ofSources : { resourcesPath: state.resources }
  Object.assign(process, { type: 'browser', ...own })
  process.argv = [EXECUTABLE, ...args]
}

function handleSignals(): void {
  // As Electron: asked politely, the app may refuse (before-quit).
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
  process.on('uncaughtException', (error) => {
    console.error('Uncaught exception in the main process:', error)
    app.exit(1)
  })
}

async function loadMain({ main, manifest }: AppScript): Promise<void> {
  const isModule = main.endsWith('.mjs') || (manifest.type === 'module' && !main.endsWith('.cjs'))
  if (isModule) await import(pathToFileURL(main).href)
  else createRequire(main)(main)
}

async function start(): Promise<void> {
  const chromium = await launchChromium({
    headless: state.headless,
    language: state.language,
    switches: state.switches,
    debuggingPort: state.hasOtherDebugger,
    // Only the holder of the lock may use the folder that outlives this run.
    keptProfile: app.hasSingleInstanceLock() ? join(app.getPath('userData'), 'ChromiumHost') : null,
  })
  state.chromium = chromium
  Object.defineProperty(process.versions, 'chrome', { value: chromium.version, enumerable: true })
  void chromium.closed.then(() => {
    if (state.isExiting) return
    trace('Chromium is gone')
    app.exit(state.isQuitting || openWindows.size + shownPages.size === 0 ? 0 : 1)
  })
  announceReady()
}

const args = originalArguments()
const packed = process.env['CHROMIUM_HOST_RESOURCES'] ?? ''
state.resources = packed === '' ? null : resolve(packed)
const appScript = findApp(appTarget(args))
state.appPath = appScript.directory
state.manifest = appScript.manifest
state.appName = appScript.manifest.productName ?? appScript.manifest.name ?? state.appName
readCommandLine(args)
dressProcess(args, appScript.directory)
handleSignals()
await loadMain(appScript)
// app.quit() during main, as a second instance does: no Chromium for it.
if (!state.isQuitting && !state.isExiting) await start()
