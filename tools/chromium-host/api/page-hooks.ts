import { toChromiumUrl } from '../chromium/app-scheme.ts'
import type { RendererMessage } from '../chromium/messages.ts'
import type { PageHooks } from '../chromium/page-target.ts'
import type { Navigation } from '../chromium/request-interception.ts'
import { hostEvent } from '../host-event.ts'
import { state } from '../state.ts'
import { answerInvoke, ipcMain } from './ipc-main.ts'
import { answerMediaQuestion } from './permissions.ts'
import { shownPages } from './window-registry.ts'

export interface PageOwner {
  readonly contents: Electron.WebContents
  readonly preferences: Electron.WebPreferences
  onWindowOpen(url: string, frameName: string): void
  onFirstPaint(): void
  onGone(): void
}

/** True unless a listener of will-frame-navigate, will-navigate or will-redirect prevents it. */
function allowsNavigation(contents: Electron.WebContents, { url, isMainFrame, isRedirect }: Navigation): boolean {
  const names = isRedirect ? ['will-redirect'] : ['will-frame-navigate', ...(isMainFrame ? ['will-navigate'] : [])]
  return names.every((name) => {
    const event = hostEvent({ url, isMainFrame, isSameDocument: false, frame: contents.mainFrame })
    // Not a name that the compiler could look up among Electron's overloads.
    ;(contents as NodeJS.EventEmitter).emit(name, event, url)
    return !event.defaultPrevented
  })
}

async function receive({ contents, preferences }: PageOwner, message: RendererMessage): Promise<void> {
  const details = {
    sender: contents,
    senderFrame: contents.mainFrame,
    frameId: 1,
    processId: 1,
    type: 'frame',
    ports: [],
  }
  switch (message.kind) {
    case 'preload-error':
      console.error('Unable to load preload script:', message.error)
      ;(contents as NodeJS.EventEmitter).emit('preload-error', hostEvent(), preferences.preload, message.error)
      return
    case 'send':
      ipcMain.emit(message.channel, hostEvent(details), ...message.args)
      return
    case 'media': {
      const value = await answerMediaQuestion(contents, message.question, toChromiumUrl)
      shownPages.get(contents)?.deliver({ kind: 'reply', id: message.id, ok: true, value })
      return
    }
    case 'invoke': {
      const reply = await answerInvoke(message, hostEvent(details) as unknown as Electron.IpcMainInvokeEvent)
      shownPages.get(contents)?.deliver(reply)
    }
  }
}

/** Joins a page of Chromium to the events of the WebContents that stands for it. */
export function createPageHooks(owner: PageOwner): PageHooks {
  const { contents, preferences } = owner
  const emit = (name: string, ...args: unknown[]): void => void (contents as NodeJS.EventEmitter).emit(name, ...args)
  return {
    preload: preferences.preload ?? null,
    argv: [process.argv[0] ?? '', ...(preferences.additionalArguments ?? [])],
    answerDialogs: state.headless && !state.hasOtherDebugger,
    onMessage: (message) => void receive(owner, message),
    allowsNavigation: (navigation) => allowsNavigation(contents, navigation),
    onWindowOpen: (url, frameName) => owner.onWindowOpen(url, frameName),
    onNavigated: (url) => emit('did-navigate', hostEvent(), url, 200, 'OK'),
    onDomReady: () => emit('dom-ready', hostEvent()),
    onLoad: () => {
      emit('did-finish-load', hostEvent())
      emit('did-stop-loading', hostEvent())
    },
    onFirstPaint: () => owner.onFirstPaint(),
    onCrashed: () => emit('render-process-gone', hostEvent(), { reason: 'crashed', exitCode: 1 }),
    onGone: () => owner.onGone(),
  }
}
