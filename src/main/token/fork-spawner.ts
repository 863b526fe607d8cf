import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import type { WorkerHandle, WorkerKind, WorkerSpawner } from './worker-handle.ts'

/** The entry file of each worker, as a path or a file URL. */
export type WorkerEntries = Readonly<Partial<Record<WorkerKind, string | URL>>>

/**
 * Workers as children of plain Node, for tests, benchmarks and running without Electron.
 *
 * @param launcher a command that becomes Node, with its parameters, such as one that enters a namespace first
 */
export function createForkSpawner(entries: WorkerEntries, launcher: readonly string[] = []): WorkerSpawner {
  return (kind, environment) => {
    const entry = entries[kind]
    if (entry === undefined) throw new Error(`no entry file for the ${kind} worker`)
    return forkWorker(entry instanceof URL ? fileURLToPath(entry) : entry, environment, launcher)
  }
}

function forkWorker(
  entry: string,
  environment: Readonly<Record<string, string>> | undefined,
  launcher: readonly string[],
): WorkerHandle {
  const [execPath, ...execArgv] = [...launcher, process.execPath]
  const child = fork(entry, [], {
    serialization: 'advanced',
    env: { ...process.env, ...environment },
    // Vendors' modules print; what they print may hold anything, so it is read (a full pipe would block them) and dropped.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execPath,
    execArgv,
  })
  child.stdout?.resume()
  child.stderr?.resume()
  return {
    pid: child.pid,
    // A child that is dying cannot be written to; its exit is what counts and is on its way.
    send: (message) => void child.send(message, () => undefined),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => {
      child.once('exit', listener)
      child.once('error', () => {
        if (child.pid === undefined) listener(null, null)
      })
    },
    kill: () => void child.kill('SIGKILL'),
  }
}
