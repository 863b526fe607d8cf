import { app, BrowserWindow, dialog, powerSaveBlocker, session, shell, systemPreferences } from 'electron'
import { join } from 'node:path'
import type { Language } from '../shared/language.ts'
import { createApp } from './app.ts'
import type { App, Host } from './host.ts'
import { speaksOf } from './appearance/speaks-of.ts'
import { createCameraCases, type CameraCases } from './camera/camera-cases.ts'
import type { CameraLease } from './camera/camera-lease.ts'
import { createSystemCamera } from './camera/system-camera.ts'
import { nothingRuns } from './conflicts/systems/nothing-runs.ts'
import { createConflictSystem, type ConflictSystem } from './conflicts/systems/this-system.ts'
import { createDriverHost } from './drivers/driver-host.ts'
import type { DriverHost } from './drivers/ports.ts'
import { answer } from './ipc/answer.ts'
import type { Publish } from './ipc/publish.ts'
import type { AnswerCall } from './ipc/register.ts'
import type { FileLog } from './logging/file-log.ts'
import { createElectronNetwork } from './platform/transport/electron-network.ts'
import type { ChildHandle } from './processes/child-handle.ts'
import { startUtilityChild } from './processes/utility-child.ts'
import { createElectronOutside } from './reminders/electron/electron-outside.ts'
import { policiesOf } from './settings/managed/policies-of.ts'
import { withHelper32 } from './token/helper-32.ts'
import { createSystemBus } from './usb/system-bus.ts'
import { electronUpdateHost } from './update/electron-update-host.ts'
import type { UsbBus } from './usb/usb-bus.ts'
import {
  askForDriverTable,
  askForFileToCheck,
  askForFinalTry,
  askForModule,
  askForRootCertificate,
  askForSavePath,
} from './window/dialogs.ts'
import { createKeepAwake } from './window/keep-awake.ts'
import { startMode } from './window/start-mode.ts'
import { printPdf } from './window/print-pdf.ts'
import { workerEntries } from './worker-entries.ts'

interface Surroundings {
  /** The folder of the built entries. */
  readonly entries: string
  readonly log: FileLog
  readonly publish: Publish
  readonly window: () => BrowserWindow | undefined
  readonly quit: () => void
  readonly showWindow: () => void
  /** Ends the program, unless a token is being written to: then the page asks. */
  readonly leave: () => void
  /** What the page is lent a camera by. */
  readonly camera: CameraLease
}

/** Everything behind the window; read and started while the page loads. */
export interface Program {
  readonly app: App
  readonly answer: AnswerCall
}

/** Joins the program with Electron. */
export async function startProgram({ entries, log, publish, window, quit, ...frame }: Surroundings): Promise<Program> {
  const spoken = createSpoken()
  const start = childStarter(entries)
  const workers = withHelper32(start.worker, process.resourcesPath)
  const resources = join(entries, '../../resources')
  const usb = createSystemBus(process.platform, process.env)
  const running = await createApp({
    version: app.getVersion(),
    mode: startMode(app),
    userData: app.getPath('userData'),
    resources,
    log,
    logFile: log,
    publish,
    ...workers,
    startSimulator: start.simulator,
    systemLanguage: () => speaksOf(app),
    policies: policiesOf(app),
    ...dialogs(window, spoken.language),
    drivers: driverHost(usb.bus, workers.moreCpus, () =>
      askForDriverTable({ dialog, window: window(), language: spoken.language() }),
    ),
    network: createElectronNetwork((name, options) => session.fromPartition(name, options)),
    usb,
    ...{ conflicts: conflictSystem(), camera: cameraCases(frame.camera) },
    ...(app.isPackaged ? installed() : {}),
    isShown: () => isShown(window()),
    printPdf: (page) => printPdf(BrowserWindow, page),
    showFile: (path) => shell.showItemInFolder(path),
    outside: createElectronOutside({ log, resources, ...frame }),
    update: electronUpdateHost({ app, log, leave: frame.leave }),
    writing: createKeepAwake(powerSaveBlocker),
    quit,
  })
  spoken.use(running)
  return { app: running, answer: (channel, call) => answer(channel, call, running.handlers, log) }
}

/** What is there only of a program that is installed; electron-builder.yml puts the licences there. */
function installed() {
  const licences = join(process.resourcesPath, 'licenses', 'third-party.txt')
  return { executable: process.execPath, showLicences: () => shell.showItemInFolder(licences) }
}

/** A dialog speaks what the program speaks; before it runs, what the system does. */
function createSpoken() {
  let language = () => speaksOf(app)
  return {
    language: () => language(),
    use: (running: Pick<App, 'language'>) => {
      language = running.language
    },
  }
}

function dialogs(
  window: Surroundings['window'],
  language: () => Language,
): Pick<Host, 'chooseSavePath' | 'chooseFile' | 'chooseModule' | 'chooseRootFile' | 'confirmFinalTry'> {
  const place = () => ({ dialog, window: window(), language: language() })
  return {
    chooseSavePath: (suggestion) => askForSavePath(place(), suggestion),
    chooseFile: (purpose) => askForFileToCheck(place(), purpose),
    chooseModule: () => askForModule(place()),
    chooseRootFile: () => askForRootCertificate(place()),
    confirmFinalTry: (cardNumber) => askForFinalTry(place(), cardNumber),
  }
}

function childStarter(entries: string) {
  return {
    worker: (kind: 'pkcs11' | 'skf' | 'soft', environment?: Readonly<Record<string, string>>): ChildHandle =>
      startUtilityChild({ entry: join(entries, workerEntries[kind]), serviceName: `token-${kind}`, environment }),
    simulator: (): ChildHandle =>
      startUtilityChild({ entry: join(entries, workerEntries.simulator), serviceName: 'simulator' }),
  }
}

function driverHost(bus: UsbBus, moreCpus: readonly string[], chooseTable: DriverHost['chooseTable']): DriverHost {
  return createDriverHost({
    moreCpus,
    devices: () => bus.list(),
    // A test must not load what its computer has; a packaged program always looks.
    searches: app.isPackaged || !app.commandLine.hasSwitch('no-driver-search'),
    chooseTable,
    openPage: (url) => shell.openExternal(url),
  })
}

/** What else runs on the computer of a test must not open or close a gate; a packaged program always looks. */
function conflictSystem(): ConflictSystem {
  const looks = app.isPackaged || !app.commandLine.hasSwitch('no-program-search')
  return looks ? createConflictSystem(process.platform, process.env) : nothingRuns
}

function cameraCases(lease: CameraLease): CameraCases {
  return createCameraCases({ lease, system: createSystemCamera(process.platform, systemPreferences) })
}

function isShown(window: BrowserWindow | undefined): boolean {
  return window !== undefined && !window.isDestroyed() && window.isVisible() && !window.isMinimized()
}
