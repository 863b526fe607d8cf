import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { nodeBase64 } from '../node-base64.ts'
import { decodeClone } from '../injected/clone-decode.ts'
import { encodeClone } from '../injected/clone-encode.ts'
import { trace } from '../notice.ts'
import { toAppUrl, toChromiumUrl } from './app-scheme.ts'
import type { CdpSession } from './cdp-connection.ts'
import type { HostMessage, PreloadConfig, RendererMessage } from './messages.ts'
import { rendererScripts } from './renderer-scripts.ts'
import { answerRequests, type Navigation } from './request-interception.ts'

const ISOLATED_WORLD = 'Electron Isolated Context'

export interface PageHooks {
  /** Path of the preload script, or null. */
  readonly preload: string | null
  /** process.argv of the preload. */
  readonly argv: readonly string[]
  /** Somebody must answer alert() and confirm() when neither a person nor another debugger is there. */
  readonly answerDialogs: boolean
  onMessage(message: RendererMessage): void
  /** Whether a navigation that the page itself started may go on. */
  allowsNavigation(navigation: Navigation): boolean
  onWindowOpen(url: string, frameName: string): void
  onNavigated(url: string): void
  onDomReady(): void
  onLoad(): void
  onFirstPaint(): void
  onCrashed(): void
  onGone(): void
}

/** One page of Chromium, with the preload in an isolated world of its own. */
export interface PageTarget {
  readonly targetId: string
  readonly session: CdpSession
  /** The page's URL as the app knows it (app://…). */
  url(): string
  setUp(hooks: PageHooks): Promise<void>
  /** Sends to the preload's world; dropped, as in Electron, while there is no document to take it. */
  deliver(message: HostMessage): void
  navigate(url: string): Promise<void>
  /** Lets a page that was paused at its start go on to `url`, or to wherever it was going. */
  run(url: string): void
  /** For chromium.ts: the target was destroyed. */
  reportGone(): void
}

interface PageState {
  chromiumUrl: string
  /** A URL that the host navigates to itself: no will-navigate for it. */
  initiated: string
  mainFrameId: string
  /** The isolated world of the present document. */
  contextId: string | undefined
  hooks: PageHooks | null
}

function followNavigation(session: CdpSession, state: PageState, hooks: PageHooks): void {
  session.on('Page.frameNavigated', ({ frame }) => {
    if (frame.parentId !== undefined) return
    state.chromiumUrl = frame.url + (frame.urlFragment ?? '')
    hooks.onNavigated(toAppUrl(state.chromiumUrl))
  })
  session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    if (frameId === state.mainFrameId) state.chromiumUrl = url
  })
  session.on('Page.domContentEventFired', () => hooks.onDomReady())
  session.on('Page.loadEventFired', () => hooks.onLoad())
  session.on('Page.lifecycleEvent', ({ frameId, name }) => {
    // A page without content never paints; Electron shows it all the same.
    if (frameId === state.mainFrameId && (name === 'firstContentfulPaint' || name === 'load')) hooks.onFirstPaint()
  })
  session.on('Page.windowOpen', ({ url, windowName }) => hooks.onWindowOpen(toAppUrl(url), windowName))
  session.on('Inspector.targetCrashed', () => hooks.onCrashed())
  session.on('Page.javascriptDialogOpening', ({ type }) => {
    if (hooks.answerDialogs) session.post('Page.handleJavaScriptDialog', { accept: type === 'beforeunload' })
  })
}

function followIsolatedWorld(session: CdpSession, state: PageState, hooks: PageHooks, binding: string): void {
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name === ISOLATED_WORLD && context.auxData?.frameId === state.mainFrameId) {
      state.contextId = context.uniqueId
    }
  })
  session.on('Runtime.executionContextsCleared', () => (state.contextId = undefined))
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    // The text was written by injected/preload-ipc.ts; only that world has the binding.
    if (name === binding) hooks.onMessage(decodeClone(payload, nodeBase64) as RendererMessage)
  })
}

function preloadConfig(argv: readonly string[]): PreloadConfig {
  return {
    handshake: randomBytes(16).toString('hex'),
    versions: Object.fromEntries(Object.entries(process.versions).map(([name, version]) => [name, version ?? ''])),
    platform: process.platform,
    arch: process.arch,
    argv,
  }
}

async function setUpPage(session: CdpSession, state: PageState, hooks: PageHooks): Promise<void> {
  const binding = `host_${randomBytes(8).toString('hex')}`
  state.hooks = hooks
  followNavigation(session, state, hooks)
  followIsolatedWorld(session, state, hooks, binding)
  answerRequests(session, {
    isMainFrame: (frameId) => frameId === state.mainFrameId,
    // Electron's will-navigate is for what the page starts, not for loadURL or a reload.
    isOwnNavigation: (url) => {
      const isOwn = [state.initiated, state.chromiumUrl].some(
        (own) => own !== '' && url === new URL(own).href.split('#')[0],
      )
      state.initiated = ''
      return isOwn
    },
    allows: (navigation) => hooks.allowsNavigation(navigation),
  })
  const preload = hooks.preload === null ? null : readFileSync(hooks.preload, 'utf8')
  const scripts = rendererScripts(preloadConfig(hooks.argv), binding, preload)
  const [{ frameTree }] = await Promise.all([
    session.send('Page.getFrameTree', {}),
    session.send('Page.enable', {}),
    session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
    session.send('Runtime.addBinding', { name: binding, executionContextName: ISOLATED_WORLD }),
    session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.page }),
    session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.preload, worldName: ISOLATED_WORLD }),
    session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
  ])
  state.mainFrameId = frameTree.frame.id
  await session.send('Runtime.enable', {})
}

export function createPageTarget(targetId: string, session: CdpSession): PageTarget {
  const state: PageState = { chromiumUrl: '', initiated: '', mainFrameId: '', contextId: undefined, hooks: null }
  return {
    targetId,
    session,
    url: () => toAppUrl(state.chromiumUrl),
    setUp: (hooks) => setUpPage(session, state, hooks),
    deliver: (message) => {
      const text = encodeClone(message, nodeBase64)
      if (state.contextId === undefined) {
        trace('dropped, no document yet:', message)
        return
      }
      const expression = `receiveFromHost(${JSON.stringify(text)})`
      session.post('Runtime.evaluate', { expression, uniqueContextId: state.contextId })
    },
    navigate: async (url) => {
      state.initiated = toChromiumUrl(url)
      const { errorText } = await session.send('Page.navigate', { url: state.initiated })
      if (errorText !== undefined) throw new Error(`${errorText} loading '${url}'`)
    },
    run: (url) => {
      state.initiated = toChromiumUrl(url)
      session.post('Runtime.runIfWaitingForDebugger', {})
    },
    reportGone: () => state.hooks?.onGone(),
  }
}
