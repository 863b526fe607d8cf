import type { PageTarget } from '../chromium/page-target.ts'
import { toChromiumUrl } from '../chromium/app-scheme.ts'
import { HostEmitter } from '../host-emitter.ts'
import { hostEvent } from '../host-event.ts'
import { notice } from '../notice.ts'
import { state } from '../state.ts'
import { notSupported, strict } from '../strict.ts'
import { applyTheme } from './native-theme.ts'
import { createPageHooks } from './page-hooks.ts'
import { applyPermissions } from './permissions.ts'
import { defaultSession } from './session.ts'
import { fitHeadlessPage, setBounds } from './window-bounds.ts'
import { focusedWindow, openWindows, shownPages } from './window-registry.ts'

const EVENTS = [
  'did-start-loading',
  'did-finish-load',
  'did-fail-load',
  'did-stop-loading',
  'did-navigate',
  'did-create-window',
  'dom-ready',
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-attach-webview',
  'will-prevent-unload',
  'render-process-gone',
  'preload-error',
  'unresponsive',
  'responsive',
  'console-message',
  'context-menu',
  'before-input-event',
  'devtools-opened',
  'destroyed',
]

type WindowOpenHandler = (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse

/** What a WebContents needs of the window that shows it. */
export interface ContentsWindow {
  readonly preferences: Electron.WebPreferences
  size(): { readonly width: number; readonly height: number }
  close(): void
  getTitle(): string
  onFirstPaint(): void
  onGone(): void
  openAnother(url: string): void
}

let lastId = 0

/** The only frame that the host knows: one object for the life of its WebContents, as apps compare frames by identity. */
function createMainFrame(url: () => string): Electron.WebFrameMain {
  const frame = {
    get url() {
      return url()
    },
    get origin() {
      return url().split('/').slice(0, 3).join('/')
    },
    get top() {
      return this
    },
    parent: null,
    name: '',
    processId: 1,
    routingId: 1,
    frameTreeNodeId: 1,
    isDestroyed: () => false,
  }
  // A part of the real interface; strict() makes the missing rest throw.
  return strict('WebFrameMain', frame) as unknown as Electron.WebFrameMain
}

export class HostWebContents extends HostEmitter {
  readonly id = ++lastId
  readonly session = defaultSession
  readonly mainFrame: Electron.WebFrameMain
  private readonly window: ContentsWindow
  private page: PageTarget | null = null
  private destroyed = false
  private zoom = 1
  private openHandler: WindowOpenHandler | null = null

  constructor(window: ContentsWindow) {
    super('webContents', EVENTS)
    this.window = window
    this.mainFrame = createMainFrame(() => this.getURL())
    this.on('dom-ready', () => {
      if (this.zoom !== 1) this.applyZoom()
    })
    this.once('destroyed', () => {
      this.destroyed = true
    })
  }

  /** Waits for the page's load event, as Electron does; rejects with the network error otherwise. */
  async loadURL(url: string): Promise<void> {
    if (!state.chromium) throw new Error('loadURL was called before app is ready')
    if (this.page) return this.load(() => this.openPage().navigate(url))
    const page = await state.chromium.openPage(toChromiumUrl(url), this.window.size())
    this.page = page
    shownPages.set(this.self(), page)
    await page.setUp(
      createPageHooks({
        contents: this.self(),
        preferences: this.window.preferences,
        onWindowOpen: (target, frameName) => this.onWindowOpen(target, frameName),
        onFirstPaint: () => this.window.onFirstPaint(),
        onGone: () => this.window.onGone(),
      }),
    )
    await Promise.all([applyTheme(page), applyPermissions(this.self(), toChromiumUrl(url))])
    const isScripted = this.window.preferences.javascript ?? true
    if (!isScripted) await page.session.send('Emulation.setScriptExecutionDisabled', { value: true })
    if (state.headless) {
      page.run('')
      await fitHeadlessPage(page, this.window.size())
      return this.load(() => page.navigate(url))
    }
    // A visible page was opened with its URL and only waits to go on: see Chromium.openPage.
    setBounds(page, this.window.size())
    return this.load(() => {
      page.run(url)
      return Promise.resolve()
    })
  }

  send(channel: string, ...args: unknown[]): void {
    this.page?.deliver({ kind: 'event', channel, args })
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.openHandler = handler
  }

  getURL(): string {
    return this.page?.url() ?? ''
  }

  getTitle(): string {
    return this.window.getTitle()
  }

  getType(): 'window' {
    return 'window'
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  isCrashed(): boolean {
    return false
  }

  isDevToolsOpened(): boolean {
    return false
  }

  openDevTools(): void {
    throw notSupported('webContents.openDevTools (use --remote-debugging-port)')
  }

  close(): void {
    this.window.close()
  }

  reload(): void {
    this.page?.session.post('Page.reload', {})
  }

  focus(): void {
    this.page?.session.post('Page.bringToFront', {})
  }

  /** Chromium takes it from its settings at its start: what is allowed here stays allowed. */
  setWebRTCIPHandlingPolicy(policy: string): void {
    notice('webContents.setWebRTCIPHandlingPolicy', policy)
  }

  getZoomFactor(): number {
    return this.zoom
  }

  /** CSS zoom, which lays out the page much as Electron's zoom does. */
  setZoomFactor(factor: number): void {
    this.zoom = factor
    this.applyZoom()
  }

  async executeJavaScript(code: string): Promise<unknown> {
    const parameters = { expression: code, awaitPromise: true, returnByValue: true, userGesture: true }
    const { result, exceptionDetails } = await this.openPage().session.send('Runtime.evaluate', parameters)
    if (exceptionDetails) throw new Error(exceptionDetails.text)
    return result.value
  }

  async printToPDF(options: Electron.PrintToPDFOptions = {}): Promise<Buffer> {
    if (typeof options.pageSize === 'object' || (options.pageSize ?? 'A4') !== 'A4')
      throw notSupported('printToPDF on other paper than A4')
    const { data } = await this.openPage().session.send('Page.printToPDF', {
      landscape: options.landscape ?? false,
      printBackground: options.printBackground ?? false,
      paperWidth: 8.27,
      paperHeight: 11.69,
    })
    return Buffer.from(data, 'base64')
  }

  private applyZoom(): void {
    const expression = `document.documentElement.style.zoom = '${this.zoom}'`
    this.page?.session.post('Runtime.evaluate', { expression })
  }

  private self(): Electron.WebContents {
    // Called on the strict view, as everything here is: `this` is what the app knows as the WebContents.
    return this as unknown as Electron.WebContents
  }

  private openPage(): PageTarget {
    if (!this.page) throw new Error('no page was loaded yet')
    return this.page
  }

  private async load(go: () => Promise<void>): Promise<void> {
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()))
    this.emit('did-start-loading', hostEvent())
    try {
      await go()
    } catch (error) {
      this.emit('did-fail-load', hostEvent(), -1, String(error), '', true)
      throw error
    }
    return loaded
  }

  private onWindowOpen(url: string, frameName: string): void {
    const details = {
      url,
      frameName,
      features: '',
      disposition: 'foreground-tab',
      referrer: { url: '', policy: 'default' },
    }
    const action = this.openHandler?.(details as Electron.HandlerDetails).action ?? 'allow'
    notice('window.open', url, action)
    if (action === 'allow') this.window.openAnother(url)
  }
}

/** The `webContents` module. */
export const webContents = strict('webContents', {
  getAllWebContents: (): Electron.WebContents[] => [...openWindows].map((window) => window.webContents),
  fromId: (id: number): Electron.WebContents | undefined =>
    [...openWindows].map((window) => window.webContents).find((contents) => contents.id === id),
  getFocusedWebContents: (): Electron.WebContents | null => focusedWindow()?.webContents ?? null,
  /** How Playwright finds the window of a page. */
  fromDevToolsTargetId: (targetId: string): Electron.WebContents | undefined =>
    [...shownPages].find(([, page]) => page.targetId === targetId)?.[0],
})
