import { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { CdpEventName, CdpEvents, CdpMethod, CdpParams, CdpResult } from './cdp-protocol.ts'

export interface CdpSession {
  send<M extends CdpMethod>(method: M, params: CdpParams<M>): Promise<CdpResult<M>>
  /** Sends without waiting: for a target that may be gone by now, where a failure changes nothing. */
  post<M extends CdpMethod>(method: M, params: CdpParams<M>): void
  on<E extends CdpEventName>(event: E, listener: (params: CdpEvents[E]) => void): void
}

export interface CdpConnection {
  /** The browser itself. */
  readonly root: CdpSession
  /** The session of one attached target. */
  session(sessionId: string): CdpSession
  /** Fails what still waits for an answer, and everything sent from now on. */
  close(): void
}

interface Incoming {
  readonly id?: number
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
  readonly sessionId?: string
}
interface Pending {
  readonly method: string
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}
type Send = (sessionId: string | undefined, method: string, params: object) => Promise<unknown>
type OpenSession = CdpSession & { readonly events: EventEmitter }

/** Calls `onMessage` for each NUL-terminated JSON text, the framing of --remote-debugging-pipe. */
function readMessages(stream: Readable, onMessage: (message: Incoming) => void): void {
  let chunks: Buffer[] = []
  stream.on('data', (data: Buffer) => {
    let start = 0
    for (let end = data.indexOf(0); end !== -1; end = data.indexOf(0, start)) {
      const text = Buffer.concat([...chunks, data.subarray(start, end)]).toString('utf8')
      chunks = []
      start = end + 1
      onMessage(JSON.parse(text) as Incoming)
    }
    if (start < data.length) chunks.push(data.subarray(start))
  })
}

function createSession(sessionId: string | undefined, sendMessage: Send): OpenSession {
  const events = new EventEmitter().setMaxListeners(0)
  // The cast trusts cdp-protocol.ts: answers come from Chromium, not from the app.
  const send = <M extends CdpMethod>(method: M, params: CdpParams<M>): Promise<CdpResult<M>> =>
    sendMessage(sessionId, method, params) as Promise<CdpResult<M>>
  return {
    events,
    send,
    post: (method, params) => void send(method, params).catch(() => undefined),
    on: (event, listener) => void events.on(event, listener),
  }
}

/** A Chrome DevTools Protocol client with flat sessions, over Chromium's file descriptors 3 and 4. */
export function connectToPipe(toChromium: Writable, fromChromium: Readable): CdpConnection {
  const pending = new Map<number, Pending>()
  const sessions = new Map<string, OpenSession>()
  let lastId = 0
  let isClosed = false

  const send: Send = (sessionId, method, params) => {
    if (isClosed) return Promise.reject(new Error(`Chromium is gone (${method})`))
    const id = ++lastId
    return new Promise((resolve, reject) => {
      pending.set(id, { method, resolve, reject })
      toChromium.write(JSON.stringify({ id, method, params, sessionId }) + '\0')
    })
  }
  const root = createSession(undefined, send)

  const settle = (id: number, message: Incoming): void => {
    const call = pending.get(id)
    pending.delete(id)
    if (message.error) call?.reject(new Error(`${call.method}: ${message.error.message}`))
    else call?.resolve(message.result)
  }

  readMessages(fromChromium, (message) => {
    if (message.id !== undefined) {
      settle(message.id, message)
      return
    }
    if (message.method === undefined) return
    const target = message.sessionId === undefined ? root : sessions.get(message.sessionId)
    target?.events.emit(message.method, message.params)
  })
  root.on('Target.detachedFromTarget', ({ sessionId }) => sessions.delete(sessionId))
  // A write after Chromium died; the exit of the process is what is acted upon.
  toChromium.on('error', () => undefined)

  return {
    root,
    session: (sessionId) => {
      const session = sessions.get(sessionId) ?? createSession(sessionId, send)
      sessions.set(sessionId, session)
      return session
    },
    close: () => {
      isClosed = true
      for (const call of pending.values()) call.reject(new Error(`Chromium is gone (${call.method})`))
      pending.clear()
    },
  }
}
