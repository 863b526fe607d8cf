import { utilityProcess } from 'electron'
import { dirname } from 'node:path'
import type { ChildHandle } from './child-handle.ts'

interface UtilityOptions {
  /** The bundled entry file. */
  readonly entry: string
  /** Shown in the system's process list. */
  readonly serviceName: string
  readonly environment?: Readonly<Record<string, string>> | undefined
}

/** Starts an Electron utility process: no window, no Chromium page, its crash is an event here. */
export function startUtilityChild({ entry, serviceName, environment }: UtilityOptions): ChildHandle {
  const child = utilityProcess.fork(entry, [], {
    serviceName,
    env: { ...process.env, ...environment },
    // Windows looks for what a driver needs also in the folder it is run in: not in one that happens to be open.
    cwd: dirname(process.execPath),
    // What a vendor's module prints may hold anything: it is read, since a full pipe would block the child, and dropped.
    stdio: 'pipe',
    // A driver signed by its vendor, not by us, has to load on macOS.
    allowLoadingUnsignedLibraries: true,
  })
  child.stdout?.resume()
  child.stderr?.resume()
  return {
    get pid() {
      return child.pid
    },
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', (code) => listener(code, null)),
    kill: () => {
      const { pid } = child
      if (pid === undefined || process.platform === 'win32') child.kill()
      else killNow(pid)
    },
  }
}

/** `child.kill()` sends SIGTERM, which a thread inside a native call does not see. */
function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself in the meantime.
  }
}
