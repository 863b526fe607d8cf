/** The octets of a body as they come, whatever carries them: a stream of Node's, or one of fetch. */
import { Readable } from 'node:stream'
import { ReadableStream } from 'node:stream/web'

interface Limits {
  /** Ends the reading: the caller has had enough, or its time is over. */
  readonly signal: AbortSignal
  /** Gives a signal that aborts when nothing has come for as long as may be waited. */
  readonly idle: () => AbortSignal
  /** Ends the connection that the rest would have come through. */
  readonly stop: () => void
}

/** @throws when it is cut off, when a signal comes, or when what carries it cannot be read */
export async function* octetsOf(body: unknown, { signal, idle, stop }: Limits): AsyncGenerator<Uint8Array> {
  const chunks = iterate(body)
  try {
    for (;;) {
      const next = await unlessSignalled(chunks.next(), AbortSignal.any([signal, idle()]))
      if (next.done === true) return
      if (!(next.value instanceof Uint8Array)) throw new Error('no octets')
      yield next.value
    }
  } finally {
    // Also when nobody reads on; a body that was read to its end is over already.
    stop()
  }
}

function iterate(body: unknown): AsyncIterator<unknown> {
  if (body instanceof Readable || body instanceof ReadableStream) return body[Symbol.asyncIterator]()
  throw new Error('no stream')
}

/** A network stack may leave a read waiting after its request is over. */
function unlessSignalled<T>(read: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(new Error('the time is over', { cause: signal.reason }))
    if (signal.aborted) onAbort()
    signal.addEventListener('abort', onAbort, { once: true })
    read.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}
