import type { WorkerPort } from './extractor.ts'

/** The real worker: a script of our own, the only kind that the page's policy lets in (workers fall under script-src 'self'). */
export function startExtractWorker(): WorkerPort {
  const worker = new Worker(new URL('./extract-worker.ts', import.meta.url), { type: 'module', name: 'seal-extract' })
  return {
    send: (message) => worker.postMessage(message),
    onMessage: (listener) => worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => listener(data)),
    onError: (listener) => {
      worker.addEventListener('error', listener)
      worker.addEventListener('messageerror', listener)
    },
    end: () => worker.terminate(),
  }
}
