import type { Failure } from '../failure.ts'
import type { TokenAnswerMessage, TokenHandlers, TokenOperation, TokenRequestMessage } from './messages.ts'

/** The worker's end of the line to main, whatever carries it. */
export interface WorkerPort {
  readonly listen: (listener: (message: unknown) => void) => void
  readonly send: (message: TokenAnswerMessage) => void
}

/** What this file needs of `process`: Electron's parentPort (utilityProcess) or Node's IPC channel (child_process.fork). */
export interface WorkerProcess {
  readonly parentPort?:
    | {
        on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown
        postMessage(message: unknown): void
      }
    | undefined
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'disconnect', listener: () => void): unknown
  readonly send?: ((message: unknown) => unknown) | undefined
  exit(code: number): never
}

interface Service {
  readonly port: WorkerPort
  readonly handlers: TokenHandlers
  readonly toFailure: (thrown: unknown) => Failure
}

export function portOf(process: WorkerProcess): WorkerPort {
  const { parentPort } = process
  if (parentPort !== undefined) {
    return {
      listen: (listener) => void parentPort.on('message', (event) => listener(event.data)),
      send: (message) => parentPort.postMessage(message),
    }
  }
  // A worker whose parent died must not stay behind with an open token.
  process.on('disconnect', () => process.exit(0))
  return {
    listen: (listener) => void process.on('message', listener),
    send: (message) => void process.send?.(message),
  }
}

/** Answers requests one after the other: a token is one device, and native code must never be entered twice. */
export function serveToken({ port, handlers, toFailure }: Service): void {
  let turn = Promise.resolve()
  port.listen((message) => {
    // Only main can write to this port, and it sends nothing else.
    const request = message as TokenRequestMessage
    turn = turn.then(async () => port.send(await answer(request)))
  })

  async function answer<O extends TokenOperation>(request: TokenRequestMessage<O>): Promise<TokenAnswerMessage> {
    try {
      return { id: request.id, ok: true, value: await handlers[request.operation](request.input) }
    } catch (thrown) {
      return { id: request.id, ok: false, failure: toFailure(thrown) }
    }
  }
}
