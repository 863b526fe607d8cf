import type { SealForm } from '../../../shared/seals/seal-types.ts'
import type { Adjustment } from './adjustment.ts'
import {
  isFromExtractor,
  type Drawn,
  type Extracted,
  type ExtractorRefusal,
  type FromExtractor,
  type Opened,
  type ToExtractor,
} from './messages.ts'

/** What the page asks of the worker. Each asks one thing at a time: a newer task ends the older one as `replaced`. */
export interface Extractor {
  readonly open: (file: Blob) => Promise<Answer<Opened>>
  readonly extract: (form: SealForm) => Promise<Answer<Extracted>>
  readonly draw: (adjustment: Adjustment) => Promise<Answer<Drawn>>
  readonly stop: () => void
}

export type Answer<Value> =
  | { readonly state: 'done'; readonly value: Value }
  | { readonly state: 'refused'; readonly reason: ExtractorRefusal }
  | { readonly state: 'replaced' }

/** The part of a Worker that is used of it. */
export interface WorkerPort {
  readonly send: (message: ToExtractor) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
  readonly onError: (listener: () => void) => void
  readonly end: () => void
}

/** A 50-megapixel photo on an old computer takes a few seconds; what takes longer will not come. */
const deadlineMs = 30_000

type Request =
  | { readonly kind: 'open'; readonly file: Blob }
  | { readonly kind: 'extract'; readonly form: SealForm }
  | { readonly kind: 'draw'; readonly adjustment: Adjustment }

interface Waiting {
  readonly task: number
  readonly settle: (answer: Answer<FromExtractor>) => void
}

/** Asks the worker; it is started when it is first needed, and anew after it has hung or died. */
export function createExtractor(start: () => WorkerPort): Extractor {
  const { ask, stop } = createConversation(start)
  return {
    open: async (file) => onlyIf('opened', await ask({ kind: 'open', file })),
    extract: async (form) => onlyIf('extracted', await ask({ kind: 'extract', form })),
    draw: async (adjustment) => onlyIf('drawn', await ask({ kind: 'draw', adjustment })),
    stop,
  }
}

function createConversation(start: () => WorkerPort) {
  let worker: WorkerPort | undefined
  let waiting: Waiting | undefined
  let last = 0
  const settle = (answer: Answer<FromExtractor>) => {
    const settled = waiting
    waiting = undefined
    settled?.settle(answer)
  }
  const end = (answer: Answer<FromExtractor>) => {
    worker?.end()
    worker = undefined
    settle(answer)
  }
  const begin = () => {
    const started = start()
    started.onMessage((message) => {
      if (started !== worker || !isFromExtractor(message) || message.task !== waiting?.task) return
      settle(
        message.kind === 'refused' ? { state: 'refused', reason: message.reason } : { state: 'done', value: message },
      )
    })
    started.onError(() => {
      if (started === worker) end({ state: 'refused', reason: 'failed' })
    })
    return started
  }
  const ask = async (request: Request): Promise<Answer<FromExtractor>> => {
    settle({ state: 'replaced' })
    last += 1
    const { promise, resolve } = Promise.withResolvers<Answer<FromExtractor>>()
    const timer = setTimeout(() => end({ state: 'refused', reason: 'timeout' }), deadlineMs)
    waiting = { task: last, settle: resolve }
    worker ??= begin()
    worker.send({ ...request, task: last })
    return promise.finally(() => clearTimeout(timer))
  }
  return { ask, stop: () => end({ state: 'replaced' }) }
}

/** An answer to something else is none. */
function onlyIf<Kind extends FromExtractor['kind']>(
  kind: Kind,
  answer: Answer<FromExtractor>,
): Answer<Extract<FromExtractor, { kind: Kind }>> {
  if (answer.state !== 'done') return answer
  const { value } = answer
  return isOf(kind, value) ? { state: 'done', value } : { state: 'refused', reason: 'failed' }
}

function isOf<Kind extends FromExtractor['kind']>(
  kind: Kind,
  message: FromExtractor,
): message is Extract<FromExtractor, { kind: Kind }> {
  return message.kind === kind
}
