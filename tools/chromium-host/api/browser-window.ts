import { HostEmitter } from '../host-emitter.ts'
import { hostEvent } from '../host-event.ts'
import { notice } from '../notice.ts'
import { state } from '../state.ts'
import { strict } from '../strict.ts'
import { app } from './app.ts'
import { HostWebContents } from './web-contents.ts'
import { setBounds } from './window-bounds.ts'
import { checkWindowOptions } from './window-options.ts'
import { focusedWindow, openWindows, shownPages } from './window-registry.ts'

const EVENTS = [
  'ready-to-show',
  'show',
  'hide',
  'focus',
  'blur',
  'minimize',
  'maximize',
  'unmaximize',
  'restore',
  'resize',
  'move',
  'close',
  'closed',
  'page-title-updated',
  'unresponsive',
  'responsive',
  'query-session-end',
  'session-end',
]

let lastId = 0

/**
 * A window. Closing it by the window manager cannot be refused: its page is gone by then, so 'close' is told and not asked.
 * The state of a headless window is only remembered.
 */
export class HostBrowserWindow extends HostEmitter {
  readonly id = ++lastId
  readonly webContents: Electron.WebContents
  private readonly options: Electron.BrowserWindowConstructorOptions
  private title: string
  private size: { readonly width: number; readonly height: number }
  private destroyed = false
  private visible: boolean
  private painted = false
  private minimized = false
  private maximized = false

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', EVENTS)
    if (!state.isReady) throw new Error('Cannot create BrowserWindow before app is ready')
    checkWindowOptions(options)
    this.options = options
    this.size = { width: options.width ?? 800, height: options.height ?? 600 }
    this.title = options.title ?? state.appName
    this.visible = options.show !== false
    this.webContents = this.createContents()
    app.emit('web-contents-created', hostEvent(), this.webContents)
  }

  static getAllWindows(): Electron.BrowserWindow[] {
    return [...openWindows]
  }

  static getFocusedWindow(): Electron.BrowserWindow | null {
    return focusedWindow()
  }

  static fromId(id: number): Electron.BrowserWindow | null {
    return [...openWindows].find((window) => window.id === id) ?? null
  }

  static fromWebContents(contents: Electron.WebContents): Electron.BrowserWindow | null {
    return [...openWindows].find((window) => window.webContents === contents) ?? null
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  close(): void {
    if (this.destroyed) return
    const event = hostEvent()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }

  destroy(): void {
    if (this.destroyed) return
    const page = shownPages.get(this.webContents)
    if (page) state.chromium?.closePage(page)
    this.end()
  }

  show(): void {
    this.visible = true
    this.emit('show')
    this.focus()
  }

  showInactive(): void {
    this.visible = true
    this.emit('show')
  }

  /** A visible window is minimised: Chromium has no way to hide one. */
  hide(): void {
    notice('BrowserWindow.hide')
    this.visible = false
    this.setNative('minimized')
    this.emit('hide')
  }

  focus(): void {
    this.setNative('normal')
    shownPages.get(this.webContents)?.session.post('Page.bringToFront', {})
    this.emit('focus')
    app.emit('browser-window-focus', hostEvent(), this)
  }

  minimize(): void {
    this.minimized = true
    this.setNative('minimized')
    this.emit('minimize')
  }

  restore(): void {
    this.minimized = false
    this.setNative('normal')
    this.emit('restore')
  }

  maximize(): void {
    this.maximized = true
    this.setNative('maximized')
    this.emit('maximize')
  }

  unmaximize(): void {
    this.maximized = false
    this.setNative('normal')
    this.emit('unmaximize')
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  isVisible(): boolean {
    return this.visible
  }

  isFocused(): boolean {
    return focusedWindow()?.id === this.id
  }

  isMinimized(): boolean {
    return this.minimized
  }

  isMaximized(): boolean {
    return this.maximized
  }

  isFullScreen(): boolean {
    return false
  }

  getTitle(): string {
    return this.title
  }

  setTitle(title: string): void {
    this.title = title
  }

  getBounds(): Electron.Rectangle {
    return { x: this.options.x ?? 0, y: this.options.y ?? 0, ...this.size }
  }

  getSize(): number[] {
    return [this.size.width, this.size.height]
  }

  setSize(width: number, height: number): void {
    this.size = { width, height }
    setBounds(shownPages.get(this.webContents), this.size)
    this.emit('resize')
  }

  getMinimumSize(): number[] {
    return [this.options.minWidth ?? 0, this.options.minHeight ?? 0]
  }

  setProgressBar(progress: number): void {
    notice('BrowserWindow.setProgressBar', progress)
  }

  setContentProtection(enable: boolean): void {
    notice('BrowserWindow.setContentProtection', enable)
  }

  setBackgroundColor(color: string): void {
    notice('BrowserWindow.setBackgroundColor', color)
  }

  flashFrame(flag: boolean): void {
    notice('BrowserWindow.flashFrame', flag)
  }

  setMenu(): void {
    notice('BrowserWindow.setMenu')
  }

  removeMenu(): void {
    notice('BrowserWindow.removeMenu')
  }

  setMenuBarVisibility(visible: boolean): void {
    notice('BrowserWindow.setMenuBarVisibility', visible)
  }

  private createContents(): Electron.WebContents {
    const contents = new HostWebContents({
      preferences: this.options.webPreferences ?? {},
      size: () => this.size,
      getTitle: () => this.title,
      close: () => this.close(),
      onFirstPaint: () => {
        if (!this.painted) this.emit('ready-to-show')
        this.painted = true
      },
      onGone: () => this.onGone(),
      openAnother: (url) => void new BrowserWindow({}).loadURL(url),
    })
    // A part of the real interface, held by conformance.ts; strict() makes the missing rest throw.
    return strict('webContents', contents) as unknown as Electron.WebContents
  }

  private setNative(windowState: 'normal' | 'minimized' | 'maximized'): void {
    setBounds(shownPages.get(this.webContents), { windowState })
  }

  /** The user closed the window, or Chromium went away. */
  private onGone(): void {
    if (this.destroyed) return
    this.emit('close', hostEvent())
    this.end()
  }

  private end(): void {
    this.destroyed = true
    shownPages.delete(this.webContents)
    for (const window of openWindows) if (window.id === this.id) openWindows.delete(window)
    ;(this.webContents as NodeJS.EventEmitter).emit('destroyed')
    this.emit('closed')
    if (openWindows.size > 0 || state.isQuitting || state.isExiting) return
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed')
    else app.quit()
  }
}

/** The `BrowserWindow` class as the app sees it: strict, and registered as soon as it is complete. */
export const BrowserWindow = new Proxy(strict('BrowserWindow', HostBrowserWindow), {
  construct(target, args: [options?: Electron.BrowserWindowConstructorOptions]) {
    const window = strict('BrowserWindow', new target(...args)) as unknown as Electron.BrowserWindow
    openWindows.add(window)
    app.emit('browser-window-created', hostEvent(), window)
    return window
  },
})
