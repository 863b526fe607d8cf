import { app, BrowserWindow, dialog, ipcMain, powerMonitor, powerSaveBlocker, protocol, session, shell } from 'electron'
import { mkdirSync } from 'node:fs'
import { release } from 'node:os'
import { join } from 'node:path'
import { createApp, type App, type Host } from './app.ts'
import { createDriverHost } from './drivers/driver-host.ts'
import type { DriverHost } from './drivers/ports.ts'
import { createPublish } from './ipc/publish.ts'
import { registerChannels } from './ipc/register.ts'
import { createFileLog, type FileLog } from './logging/file-log.ts'
import { logFaults } from './logging/log-faults.ts'
import { createElectronNetwork } from './platform/transport/electron-network.ts'
import type { ChildHandle } from './processes/child-handle.ts'
import { startUtilityChild } from './processes/utility-child.ts'
import { withHelper32 } from './token/helper-32.ts'
import { createSystemBus } from './usb/system-bus.ts'
import type { UsbBus } from './usb/usb-bus.ts'
import { createClosing, type Closing } from './window/closing.ts'
import { appScheme, createContentHandler, startPage } from './window/content-protocol.ts'
import {
  askForDriverTable,
  askForFileToCheck,
  askForModule,
  askForRootCertificate,
  askForSavePath,
} from './window/dialogs.ts'
import { createKeepAwake } from './window/keep-awake.ts'
import { denyNavigation, denyPermissions } from './window/lockdown.ts'
import { printPdf } from './window/print-pdf.ts'
import { windowOptions } from './window/window-options.ts'
import { workerEntries } from './worker-entries.ts'

const here = import.meta.dirname
const workers = withHelper32(startWorker, process.resourcesPath)
const isDemo = app.commandLine.hasSwitch('demo') || (!app.isPackaged && !app.commandLine.hasSwitch('real'))
let window: BrowserWindow | undefined

useOwnFolder()
// SECURITY(4): every renderer is sandboxed, whoever creates it.
app.enableSandbox()
protocol.registerSchemesAsPrivileged([
  { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
])
if (app.requestSingleInstanceLock()) {
  denyNavigation(app)
  app.on('second-instance', showWindow)
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(start)
} else {
  app.quit()
}

async function start(): Promise<void> {
  denyPermissions(session.defaultSession)
  protocol.handle(appScheme, createContentHandler(join(here, '../renderer')))
  const log = createFileLog(join(app.getPath('userData'), 'main.log'))
  logProgram(log)
  const publish = createPublish((event, payload) => {
    if (window !== undefined && !window.isDestroyed()) window.webContents.send(event, payload)
  })
  const closing = createClosing({
    writing: () => running.writing(),
    tell: (renewalId) => publish('app:closing', { renewalId }),
  })
  const usb = createSystemBus(process.platform, process.env)
  const running: App = await createApp({
    version: app.getVersion(),
    mode: isDemo ? 'demo' : 'real',
    userData: app.getPath('userData'),
    log,
    logFile: log,
    publish,
    ...workers,
    startSimulator: () => startUtilityChild({ entry: join(here, workerEntries.simulator), serviceName: 'simulator' }),
    ...dialogs(),
    drivers: driverHost(usb.bus, workers.moreCpus),
    network: createElectronNetwork((name, options) => session.fromPartition(name, options)),
    usb,
    isShown: () => window !== undefined && !window.isDestroyed() && window.isVisible() && !window.isMinimized(),
    printPdf: (page) => printPdf(BrowserWindow, page),
    showFile: (path) => shell.showItemInFolder(path),
    writing: createKeepAwake(powerSaveBlocker),
    quit: () => {
      closing.allow()
      app.quit()
    },
  })
  registerChannels(ipcMain, running.handlers, log)
  closeBeforeQuit(running, closing, log)
  reopenAfterSleep(running, log)
  openWindow(running, closing)
}

function dialogs(): Pick<Host, 'chooseSavePath' | 'chooseFile' | 'chooseModule' | 'chooseRootFile'> {
  return {
    chooseSavePath: (suggestion) => askForSavePath(dialog, window, suggestion),
    chooseFile: (purpose) => askForFileToCheck(dialog, window, purpose),
    chooseModule: () => askForModule(dialog, window),
    chooseRootFile: () => askForRootCertificate(dialog, window),
  }
}

function reopenAfterSleep(running: App, log: FileLog): void {
  powerMonitor.on('resume', () => {
    log.info('program: the computer has woken up')
    void running.reopen()
  })
}

/** What support asks first, and what nobody has caught. */
function logProgram(log: FileLog): void {
  const { electron, node } = process.versions
  const mode = isDemo ? 'demo' : 'real'
  log.info(`program: starts, ${app.getVersion()} ${mode}, Electron ${electron}, Node ${node}, ${systemName()}`)
  logFaults(process, log)
  app.on('child-process-gone', (_event, { type, reason, exitCode, serviceName = '' }) => {
    log.info(`program: ${type} ${serviceName} is gone, ${reason} ${exitCode}`)
  })
  app.on('render-process-gone', (_event, _page, { reason, exitCode }) => {
    log.info(`program: the page is gone, ${reason} ${exitCode}`)
  })
}

function systemName(): string {
  return `${process.platform} ${release()} ${process.arch}`
}

function startWorker(kind: 'pkcs11' | 'soft', environment?: Readonly<Record<string, string>>): ChildHandle {
  return startUtilityChild({ entry: join(here, workerEntries[kind]), serviceName: `token-${kind}`, environment })
}

function driverHost(bus: UsbBus, moreCpus: readonly string[]): DriverHost {
  return createDriverHost({
    moreCpus,
    devices: () => bus.list(),
    // A test must not load what its computer has; a packaged program always looks.
    searches: app.isPackaged || !app.commandLine.hasSwitch('no-driver-search'),
    chooseTable: () => askForDriverTable(dialog, window),
    openPage: (url) => shell.openExternal(url),
  })
}

function openWindow(running: App, closing: Closing): void {
  const opened = new BrowserWindow(windowOptions(join(here, '../preload/index.cjs'), app.isPackaged))
  window = opened
  opened.once('ready-to-show', () => opened.show())
  opened.on('focus', () => void running.refresh())
  opened.on('close', (event) => closing.ask(event))
  opened.on('closed', () => {
    window = undefined
  })
  void opened.loadURL(startPage)
}

function showWindow(): void {
  if (window === undefined) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** Tokens are logged out and children ended before the program is gone. */
function closeBeforeQuit(running: App, closing: Closing, log: FileLog): void {
  let isClosed = false
  app.on('before-quit', (event) => {
    if (isClosed) return
    closing.ask(event)
    if (event.defaultPrevented) return
    event.preventDefault()
    void running.close().finally(() => {
      isClosed = true
      log.info('program: ends')
      log.close()
      app.quit()
    })
  })
}

/** Tests give each run its own folder. Electron's own --user-data-dir cannot be relied on for that. */
function useOwnFolder(): void {
  const folder = app.isPackaged ? '' : app.commandLine.getSwitchValue('user-data-dir')
  if (folder === '') return
  mkdirSync(folder, { recursive: true })
  app.setPath('userData', folder)
}
