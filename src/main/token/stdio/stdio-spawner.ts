import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import type { WorkerHandle, WorkerSpawner } from '../worker-handle.ts'
import { createFrameReader, encodeFrame } from './frames.ts'
import { nonceVariable } from './worker-port.ts'

/** A Node of any kind, and the worker's entry file as that Node can read it (not from inside an asar archive). */
export interface StdioWorker {
  readonly node: string
  readonly entry: string
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>

/** A child that has ended may have left an answer in the pipe; what it has started may keep that pipe open for ever. */
const lastWordsMs = 500

/** Workers in a plain Node of their own, spoken to over stdin and stdout: for a Node of another bitness than ours. */
export function createStdioSpawner({ node, entry }: StdioWorker): WorkerSpawner {
  return (_, environment) => {
    const nonce = randomBytes(16).toString('hex')
    const child = spawn(node, [entry], {
      env: { ...process.env, ...environment, [nonceVariable]: nonce },
      // Windows looks for what a driver needs also in the folder it is run in: not in one that happens to be open.
      cwd: dirname(node),
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    })
    // What a vendor's library prints may hold anything: it is read, since a full pipe would block the child, and dropped.
    child.stderr.resume()
    // A child that is dying cannot be written to; its exit is what counts and is on its way.
    child.stdin.on('error', () => undefined)
    return handleOf(child, nonce)
  }
}

function handleOf(child: Child, nonce: string): WorkerHandle {
  const kill = () => void child.kill('SIGKILL')
  return {
    pid: child.pid,
    send: (message) => void child.stdin.write(encodeFrame(nonce, message)),
    // Without the answer that was broken nobody knows what was done: the same as a worker that died.
    onMessage: (onMessage) => void child.stdout.on('data', createFrameReader({ nonce, onMessage, onBroken: kill })),
    onExit: (listener) => {
      child.once('exit', (code, signal) => afterLastWords(child, () => listener(code, signal)))
      child.once('error', () => {
        if (child.pid === undefined) listener(null, null)
      })
    },
    kill,
  }
}

function afterLastWords({ stdout }: Child, then: () => void): void {
  if (stdout.closed) {
    then()
    return
  }
  const timer = setTimeout(() => stdout.destroy(), lastWordsMs)
  stdout.once('close', () => {
    clearTimeout(timer)
    then()
  })
}
