import { writeSync } from 'node:fs'
import type { WorkerPort } from '../../../shared/token/worker-loop.ts'
import { createFrameReader, encodeFrame } from './frames.ts'

/** Tells a worker to speak over stdin and stdout, and what its frames begin with. */
export const nonceVariable = 'TOKEN_STDIO_NONCE'

/** The worker's end of a stdio line, or nothing where it was started in another way. */
export function stdioPort(worker: NodeJS.Process): WorkerPort | undefined {
  const nonce = worker.env[nonceVariable]
  if (nonce === undefined) return undefined
  // Nothing that the vendor's library starts should speak for this worker.
  Reflect.deleteProperty(worker.env, nonceVariable)
  return {
    listen: (listener) => {
      worker.stdin.on('data', createFrameReader({ nonce, onMessage: listener, onBroken: () => worker.exit(1) }))
      // A worker whose parent died must not stay behind with an open token.
      worker.stdin.on('end', () => worker.exit(0))
    },
    send: (message) => writeWhole(Buffer.from(encodeFrame(nonce, message))),
  }
}

const stdout = 1
const oneMillisecond = new Int32Array(new SharedArrayBuffer(4))

/**
 * Writes all of it before anything else happens: `process.stdout` would write the rest of a long frame later, and what the
 * library prints meanwhile would end up in the middle of it.
 */
function writeWhole(bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) {
    try {
      written += writeSync(stdout, bytes, written)
    } catch (thrown) {
      // Whoever shares the pipe may have made it non-blocking: it is full, and read by a process that does nothing else.
      if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EAGAIN')) throw thrown
      Atomics.wait(oneMillisecond, 0, 0, 1)
    }
  }
}
