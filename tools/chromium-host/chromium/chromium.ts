import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import type { Readable, Writable } from 'node:stream'
import { isVerbose } from '../state.ts'
import { notSupported } from '../strict.ts'
import { connectToPipe, type CdpConnection, type CdpSession } from './cdp-connection.ts'
import type { TargetInfo } from './cdp-protocol.ts'
import { chromiumEnvironment, chromiumFlags, findChromium } from './flags.ts'
import { createPageTarget, type PageTarget } from './page-target.ts'
import { prepareProfile, type Profile } from './profile.ts'

const CLOSE_DEADLINE_MS = 5000

export interface ChromiumOptions {
  readonly headless: boolean
  readonly language: string
  readonly switches: readonly string[]
  /** Open a debugging port beside the pipe, for Playwright. */
  readonly debuggingPort: boolean
  /** The profile folder to keep, or null for a temporary one. */
  readonly keptProfile: string | null
}

export interface Chromium {
  readonly version: string
  readonly root: CdpSession
  /** Resolves when the process is gone, whoever ended it. */
  readonly closed: Promise<void>
  /** A new window, paused before its first navigation. */
  openPage(url: string, size: { readonly width: number; readonly height: number }): Promise<PageTarget>
  closePage(page: PageTarget): void
  close(): Promise<void>
}

interface Launched {
  readonly child: ChildProcess
  readonly connection: CdpConnection
  readonly closed: Promise<void>
  /** Starts a second process that hands its URL to the running one and ends: the way to a window without tabs. */
  openAppWindow(url: string): void
}

/** Playwright's _electron.launch waits for the DevTools line on the host's own stderr. */
function passOnStderr(child: ChildProcess): void {
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    for (const line of text.split('\n')) {
      if (isVerbose || line.startsWith('DevTools listening on')) process.stderr.write(`${line}\n`)
    }
  })
}

function launchProcess(options: ChromiumOptions, profile: Profile): Launched {
  const executable = findChromium()
  const env = chromiumEnvironment(options.language)
  const flags = chromiumFlags({ ...options, profile: profile.directory })
  const port = options.debuggingPort ? ['--remote-debugging-port=0'] : []
  const window = options.headless ? ['--headless', 'about:blank'] : ['--no-startup-window']
  const child = spawn(executable, ['--remote-debugging-pipe', ...flags, ...port, ...window], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env,
    // Ctrl-C in a terminal is for the app, which may refuse to quit. Chromium goes when the pipe closes.
    detached: true,
  })
  passOnStderr(child)
  // fds 3 and 4 are pipes by the stdio option above.
  const connection = connectToPipe(child.stdio[3] as Writable, child.stdio[4] as Readable)
  const closed = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  void closed.then(() => connection.close())
  process.once('exit', () => {
    child.kill('SIGKILL')
    profile.discard()
  })
  if (child.pid !== undefined) profile.claim(child.pid)
  const openAppWindow = (url: string): void => {
    spawn(executable, [...flags, `--app=${url}`], { stdio: 'ignore', env }).unref()
  }
  return { child, connection, closed, openAppWindow }
}

/** Sorts the targets that Chromium attaches: windows that were asked for, popups, and its own start page. */
function createTargetDesk({ connection }: Launched): {
  readonly pages: Map<string, PageTarget>
  expect(url: string): Promise<PageTarget>
} {
  const pages = new Map<string, PageTarget>()
  const expected = new Map<string, (page: PageTarget) => void>()

  const refusePopup = (info: TargetInfo, session: CdpSession): void => {
    // The app was asked already (Page.windowOpen). A popup shares its opener's thread and must run before it closes, or
    // the opener hangs; with Fetch on and nobody answering, none of its requests leaves. It runs only when Fetch is on.
    const end = (): void => {
      session.post('Runtime.runIfWaitingForDebugger', {})
      connection.root.post('Target.closeTarget', { targetId: info.targetId })
    }
    session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }).then(end, end)
  }

  connection.root.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    const session = connection.session(sessionId)
    const take = expected.get(targetInfo.url)
    if (targetInfo.openerId !== undefined && pages.has(targetInfo.openerId)) refusePopup(targetInfo, session)
    else if (take) {
      const page = createPageTarget(targetInfo.targetId, session)
      expected.delete(targetInfo.url)
      pages.set(targetInfo.targetId, page)
      take(page)
    } else if (targetInfo.url === 'about:blank') {
      connection.root.post('Target.closeTarget', { targetId: targetInfo.targetId })
    } else session.post('Runtime.runIfWaitingForDebugger', {})
  })
  connection.root.on('Target.targetDestroyed', ({ targetId }) => {
    const page = pages.get(targetId)
    pages.delete(targetId)
    page?.reportGone()
  })
  return { pages, expect: (url) => new Promise((resolve) => expected.set(url, resolve)) }
}

async function attachToPages({ connection, child }: Launched): Promise<string> {
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`Chromium ended at its start with code ${String(code)}`)))
  })
  const attach = async (): Promise<string> => {
    await connection.root.send('Target.setDiscoverTargets', { discover: true })
    await connection.root.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter: [{ type: 'page' }],
    })
    const { product } = await connection.root.send('Browser.getVersion', {})
    return product.split('/')[1] ?? ''
  }
  return Promise.race([failed, attach()])
}

export async function launchChromium(options: ChromiumOptions): Promise<Chromium> {
  const launched = launchProcess(options, await prepareProfile(options.keptProfile))
  const { child, connection, closed } = launched
  const desk = createTargetDesk(launched)
  const version = await attachToPages(launched)
  return {
    version,
    root: connection.root,
    closed,
    openPage: async (url, size) => {
      // Chromium opens an app window without an address bar for these only; for others it would wait for ever.
      if (!options.headless && !/^https?:/.test(url)) throw notSupported(`a visible window that begins with ${url}`)
      // Only an app window's first URL is seen in the target list; a headless one is told apart by a random name.
      const firstUrl = options.headless ? `about:blank#${randomBytes(6).toString('hex')}` : url
      const page = desk.expect(firstUrl)
      if (options.headless)
        await connection.root.send('Target.createTarget', { url: firstUrl, newWindow: true, ...size })
      else launched.openAppWindow(firstUrl)
      return page
    },
    closePage: (page) => {
      desk.pages.delete(page.targetId)
      connection.root.post('Target.closeTarget', { targetId: page.targetId })
    },
    close: async () => {
      connection.root.post('Browser.close', {})
      const timer = setTimeout(() => child.kill('SIGKILL'), CLOSE_DEADLINE_MS)
      await closed
      clearTimeout(timer)
    },
  }
}
