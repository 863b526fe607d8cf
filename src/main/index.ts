import { app, BrowserWindow, dialog, ipcMain, powerMonitor, protocol, session } from 'electron'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { toFailure } from './app-error.ts'
import { speaksOf } from './appearance/speaks-of.ts'
import { createCameraLease, type CameraLease } from './camera/camera-lease.ts'
import { withdrawWhenUnseen } from './camera/withdraw-when-unseen.ts'
import { keepFolderPrivate } from './files/keep-folder-private.ts'
import { createPublish } from './ipc/publish.ts'
import { registerChannels } from './ipc/register.ts'
import { createFileLog, type FileLog } from './logging/file-log.ts'
import { logProgram } from './logging/log-program.ts'
import type { Program, startProgram as StartProgram } from './program.ts'
import { nameForTaskbar } from './window/app-id.ts'
import { createBackground, type Background } from './window/background.ts'
import { onTrial } from './update/trial/on-trial.ts'
import { closeBeforeQuit } from './window/close-before-quit.ts'
import { createClosing, type Closing } from './window/closing.ts'
import { appScheme, createContentHandler, startPage } from './window/content-protocol.ts'
import { tellThatStartFailed } from './window/dialogs.ts'
import { denyNavigation, denyPermissions } from './window/lockdown.ts'
import { denyPeerConnections, leadNowhere, showNoCertificate } from './window/no-network.ts'
import { startsHidden } from './window/start-mode.ts'
import { windowOptions } from './window/window-options.ts'

const here = import.meta.dirname
let window: BrowserWindow | undefined
const publish = createPublish((event, payload) => {
  if (window !== undefined && !window.isDestroyed()) window.webContents.send(event, payload)
})

useOwnFolder()
nameForTaskbar(app, process.platform)
// SECURITY(4): every renderer is sandboxed, whoever creates it.
app.enableSandbox()
protocol.registerSchemesAsPrivileged([
  { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
])
if (app.requestSingleInstanceLock()) {
  // What is behind the window is read while the system gets ready to show one.
  const reading = readProgram()
  denyNavigation(app)
  denyPeerConnections(app)
  showNoCertificate(app)
  app.on('second-instance', showWindow)
  // macOS: the icon in the dock, of a program whose window is hidden.
  app.on('activate', showWindow)
  app.on('window-all-closed', () => app.quit())
  const frame = { app, dialog, language: () => speaksOf(app), installer: readInstaller }
  void app.whenReady().then(() => onTrial(frame, (runs) => start(reading, runs)))
} else {
  app.quit()
}

/** In the next turn: what the system does to get ready has been begun by then, and goes on beside it. */
async function readProgram(): Reading {
  await nextTurn()
  return import('./program.ts')
}

/** Read only where a version that does not start is gone back from. */
async function readInstaller() {
  const { electronUpdateHost } = await import('./update/electron-update-host.ts')
  const log = { info: () => undefined }
  return electronUpdateHost({ app, log, leave: () => undefined }).installation
}

type Reading = Promise<{ readonly startProgram: typeof StartProgram }>

/** The window first: the program behind it starts while the page loads, and the page's first calls wait. */
function start(reading: Reading, runs: () => void): void {
  const camera = lockSession()
  const page = handleContent()
  keepFolderPrivate(app.getPath('userData'))
  const log = createFileLog(join(app.getPath('userData'), 'main.log'))
  logProgram(app, log)
  let started: Program | undefined
  const writing = () => started?.app.writing()
  const closing = createClosing({ writing, tell: (renewalId) => publish('app:closing', { renewalId }) })
  const background = createBackground(() => started?.app.staysInBackground() ?? false)
  const isShown = openWindow({ closing, background, camera, onFocus: () => void started?.app.refresh() })
  const program = startProgram(
    page.asked.then(() => reading),
    { closing, log, camera, leave: leaveBy(writing) },
  )
  void program.then(
    (ready) => {
      started = ready
      void isShown.then(runs)
    },
    () => app.exit(1),
  )
  registerChannels(
    ipcMain,
    program.then(({ answer }) => answer),
  )
  closeBeforeQuit(app, {
    program: program.then((ready) => ready.app),
    ...{ closing, hurry: page.giveUp },
    closed: () => {
      background.end()
      log.info('program: ends')
      log.close()
    },
  })
  powerMonitor.on('resume', () => {
    log.info('program: the computer has woken up')
    void started?.app.reopen()
  })
}

/** @returns what the page is lent a camera by */
function lockSession(): CameraLease {
  const lease = createCameraLease({
    now: () => performance.now(),
    onWithdrawn: () => publish('camera:withdrawn', {}),
  })
  denyPermissions(session.defaultSession, { lease, ownContents: () => window?.webContents })
  void leadNowhere(session.defaultSession)
  return lease
}

interface Frame {
  readonly closing: Closing
  readonly camera: CameraLease
  readonly log: FileLog
  readonly leave: () => void
}

/** The page asks for its first file: from then on it is busy with itself, and main may be as well. */
function handleContent() {
  const content = createContentHandler(join(here, '../renderer'))
  const { promise: asked, resolve } = Promise.withResolvers<undefined>()
  const giveUp = () => resolve(undefined)
  protocol.handle(appScheme, (request) => {
    giveUp()
    return content(request)
  })
  return { asked, giveUp }
}

async function startProgram(reading: Reading, { closing, log, camera, leave }: Frame): Promise<Program> {
  const quit = () => {
    closing.allow()
    app.quit()
  }
  try {
    const { startProgram: begin } = await reading
    return await begin({ entries: here, log, publish, window: () => window, quit, showWindow, leave, camera })
  } catch (error) {
    log.failure('start', toFailure(error), error)
    tellThatStartFailed(dialog, speaksOf(app))
    throw error
  }
}

interface WindowParts {
  readonly closing: Closing
  readonly background: Background
  readonly camera: CameraLease
  readonly onFocus: () => void
}

/** Answers with when it can be shown. */
function openWindow({ closing, background, camera, onFocus }: WindowParts): Promise<void> {
  const opened = new BrowserWindow(windowOptions(join(here, '../preload/index.cjs'), app.isPackaged))
  window = opened
  const { promise: isReady, resolve } = Promise.withResolvers<undefined>()
  const isHidden = startsHidden(app, process.platform)
  opened.once('ready-to-show', () => {
    if (!isHidden) opened.show()
    resolve(undefined)
  })
  opened.on('focus', onFocus)
  withdrawWhenUnseen(opened, camera)
  opened.on('close', (event) => {
    closing.ask(event)
    background.ask(event, () => opened.hide())
  })
  opened.on('closed', () => {
    window = undefined
  })
  void opened.loadURL(startPage)
  return isReady
}

/** Where a token is being written to, the page asks before anything ends: it has to be seen. */
function leaveBy(writing: () => string | undefined): () => void {
  return () => {
    if (writing() !== undefined) showWindow()
    app.quit()
  }
}

function showWindow(): void {
  if (window === undefined) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** Tests give each run its own folder. Electron's own --user-data-dir cannot be relied on for that. */
function useOwnFolder(): void {
  const folder = app.isPackaged ? '' : app.commandLine.getSwitchValue('user-data-dir')
  if (folder === '') return
  mkdirSync(folder, { recursive: true })
  app.setPath('userData', folder)
}
