// The part of the Chrome DevTools Protocol that the host uses, and nothing else:
// after a Chromium update, this is the list to look at.
// https://chromedevtools.github.io/devtools-protocol/tot/

type Empty = Record<string, never>

export interface TargetInfo {
  readonly targetId: string
  readonly url: string
  readonly openerId?: string
}
interface Frame {
  readonly id: string
  readonly parentId?: string
  readonly url: string
  readonly urlFragment?: string
}
interface HeaderEntry {
  readonly name: string
  readonly value: string
}
export interface PausedRequest {
  readonly requestId: string
  readonly frameId: string
  readonly resourceType: string
  /** Set when a redirect led here. */
  readonly redirectedRequestId?: string
  readonly request: {
    readonly url: string
    readonly method: string
    readonly headers: Readonly<Record<string, string>>
    readonly postData?: string
    readonly postDataEntries?: readonly { readonly bytes?: string }[]
  }
}
export interface WindowBounds {
  readonly width?: number
  readonly height?: number
  readonly windowState?: 'normal' | 'minimized' | 'maximized'
}
interface Evaluation {
  readonly expression: string
  readonly uniqueContextId?: string
  readonly awaitPromise?: boolean
  readonly returnByValue?: boolean
  readonly userGesture?: boolean
}

interface CdpCommands {
  'Browser.close': { params: Empty; result: Empty }
  'Browser.getVersion': { params: Empty; result: { product: string } }
  'Browser.getWindowForTarget': { params: Empty; result: { windowId: number } }
  'Browser.setPermission': {
    params: { permission: { name: string }; setting: 'granted' | 'denied'; origin: string }
    result: Empty
  }
  'Browser.setWindowBounds': { params: { windowId: number; bounds: WindowBounds }; result: Empty }
  'Emulation.setEmulatedMedia': { params: { features: HeaderEntry[] }; result: Empty }
  'Fetch.continueRequest': { params: { requestId: string }; result: Empty }
  'Fetch.enable': { params: { patterns: { urlPattern: string }[] }; result: Empty }
  'Fetch.failRequest': { params: { requestId: string; errorReason: 'Aborted' | 'Failed' }; result: Empty }
  'Fetch.fulfillRequest': {
    params: {
      requestId: string
      responseCode: number
      responsePhrase?: string
      responseHeaders: HeaderEntry[]
      body: string
    }
    result: Empty
  }
  'Emulation.setScriptExecutionDisabled': { params: { value: boolean }; result: Empty }
  'Page.addScriptToEvaluateOnNewDocument': { params: { source: string; worldName?: string }; result: Empty }
  'Page.bringToFront': { params: Empty; result: Empty }
  'Page.enable': { params: Empty; result: Empty }
  'Page.getFrameTree': { params: Empty; result: { frameTree: { frame: Frame } } }
  'Page.getLayoutMetrics': {
    params: Empty
    result: { cssLayoutViewport: { clientWidth: number; clientHeight: number } }
  }
  'Page.handleJavaScriptDialog': { params: { accept: boolean }; result: Empty }
  'Page.navigate': { params: { url: string }; result: { errorText?: string } }
  'Page.printToPDF': {
    params: { landscape: boolean; printBackground: boolean; paperWidth?: number; paperHeight?: number }
    result: { data: string }
  }
  'Page.reload': { params: Empty; result: Empty }
  'Page.setLifecycleEventsEnabled': { params: { enabled: boolean }; result: Empty }
  'Runtime.addBinding': { params: { name: string; executionContextName: string }; result: Empty }
  'Runtime.enable': { params: Empty; result: Empty }
  'Runtime.evaluate': {
    params: Evaluation
    result: { result: { value?: unknown }; exceptionDetails?: { text: string } }
  }
  'Runtime.runIfWaitingForDebugger': { params: Empty; result: Empty }
  'Target.closeTarget': { params: { targetId: string }; result: Empty }
  'Target.createTarget': {
    params: { url: string; newWindow: boolean; width: number; height: number }
    result: { targetId: string }
  }
  'Target.setAutoAttach': {
    params: { autoAttach: boolean; waitForDebuggerOnStart: boolean; flatten: boolean; filter: { type: string }[] }
    result: Empty
  }
  'Target.setDiscoverTargets': { params: { discover: boolean }; result: Empty }
}

export interface CdpEvents {
  'Fetch.requestPaused': PausedRequest
  'Inspector.targetCrashed': Empty
  'Page.domContentEventFired': Empty
  'Page.frameNavigated': { frame: Frame }
  'Page.javascriptDialogOpening': { type: string }
  'Page.lifecycleEvent': { frameId: string; name: string }
  'Page.loadEventFired': Empty
  'Page.navigatedWithinDocument': { frameId: string; url: string }
  'Page.windowOpen': { url: string; windowName: string }
  'Runtime.bindingCalled': { name: string; payload: string }
  'Runtime.executionContextCreated': {
    context: { name: string; uniqueId: string; auxData?: { frameId?: string } }
  }
  'Runtime.executionContextsCleared': Empty
  'Target.attachedToTarget': { sessionId: string; targetInfo: TargetInfo }
  'Target.detachedFromTarget': { sessionId: string }
  'Target.targetDestroyed': { targetId: string }
}

export type CdpMethod = keyof CdpCommands
export type CdpParams<M extends CdpMethod> = CdpCommands[M]['params']
export type CdpResult<M extends CdpMethod> = CdpCommands[M]['result']
export type CdpEventName = keyof CdpEvents
