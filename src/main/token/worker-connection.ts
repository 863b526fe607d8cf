import { AppError } from '../app-error.ts'
import type {
  TokenAnswerMessage,
  TokenInput,
  TokenOperation,
  TokenOutput,
  TokenRequestMessage,
} from '../../shared/token/messages.ts'
import type { Deadlines } from './deadlines.ts'
import { startRequestClock, type OnSlow } from './request-clock.ts'
import type { WorkerEnd } from './worker-end.ts'
import type { WorkerHandle } from './worker-handle.ts'

/** One worker process from its start to its end. Asked one thing at a time. */
export interface WorkerConnection {
  readonly ask: <O extends TokenOperation>(operation: O, input: TokenInput<O>) => Promise<TokenOutput<O>>
  readonly close: () => void
}

interface Connecting {
  readonly handle: WorkerHandle
  readonly deadlines: Deadlines
  /** Called once, before the request that was under way fails. Not called after close(). */
  readonly onEnd: (end: WorkerEnd) => void
  readonly onSlow?: OnSlow | undefined
}

interface Asked {
  readonly request: TokenRequestMessage
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: AppError) => void
  readonly stopClock: () => void
}

export function connectWorker({ handle, deadlines, onEnd, onSlow }: Connecting): WorkerConnection {
  let asked: Asked | undefined
  let lastId = 0
  let isOver = false

  const takeAsked = (): Asked | undefined => {
    const taken = asked
    asked = undefined
    taken?.stopClock()
    return taken
  }
  const end = (worker: WorkerEnd, askedId = asked?.request.id): void => {
    if (isOver || askedId !== asked?.request.id) return
    isOver = true
    handle.kill()
    const taken = takeAsked()
    onEnd(worker)
    taken?.reject(new AppError(worker.code, { details: worker.details }))
  }
  handle.onExit((exitCode, signal) => end(toEnd(asked?.request.operation ?? 'none', exitCode, signal)))
  handle.onMessage((message) => {
    const answer = message as TokenAnswerMessage
    // Only a request that is still waited for: a late answer of a killed worker belongs to nobody.
    if (answer.id === asked?.request.id) settle(takeAsked(), answer)
  })

  return {
    ask: (operation, input) => {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>()
      const request = { id: ++lastId, operation, input }
      const stopClock = startRequestClock({ ...request, deadlines, onSlow, giveUp: (why) => end(why, request.id) })
      asked = { request, resolve, reject, stopClock }
      handle.send(request)
      // The worker answers an operation with that operation's output: the handlers are typed by the same table.
      return promise as Promise<TokenOutput<typeof operation>>
    },
    close: () => {
      isOver = true
      cutOff(takeAsked())
      handle.kill()
    },
  }
}

function cutOff(asked: Asked | undefined): void {
  const operation = asked?.request.operation ?? 'none'
  asked?.reject(new AppError('token.crashed', { details: { operation, detail: 'closed' } }))
}

function settle(asked: Asked | undefined, answer: TokenAnswerMessage): void {
  if (answer.ok) asked?.resolve(answer.value)
  else asked?.reject(new AppError(answer.failure.code, { details: answer.failure.details }))
}

function toEnd(operation: string, exitCode: number | null, signal: string | null): WorkerEnd {
  if (signal !== null) return { code: 'token.crashed', details: { operation, signal } }
  const how = exitCode === null ? { detail: 'notStarted' } : { exitCode }
  return { code: 'token.crashed', details: { operation, ...how } }
}
