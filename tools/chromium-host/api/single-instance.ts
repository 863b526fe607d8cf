import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { beforeExit } from '../exit-tasks.ts'

/** What a second instance tells the first before it quits. */
export interface SecondInstance {
  readonly argv: string[]
  readonly cwd: string
  readonly additionalData: unknown
}

export interface SingleInstance {
  /** True for the first instance with this folder; false after telling the first one. */
  request(directory: string, additionalData: unknown): boolean
  isHeld(): boolean
  release(): void
}

/** When a process was started, in clock ticks since boot. Pids are used again; a pid with its start time is not. */
function startTime(pid: number): string | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name, in brackets, and may hold spaces. Start time is the 22nd.
    return fields.slice(fields.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}

/** An abstract socket (the leading NUL): it goes with its process, and leaves no file behind. Linux only. */
function socketOf(pid: number): string {
  return `\0chromium-host-${pid}`
}

/** The pid of the live process that holds the lock; undefined for a lock that a killed process left. */
function liveOwner(lockFile: string): number | undefined {
  const [pid, started] = existsSync(lockFile) ? readFileSync(lockFile, 'utf8').split(' ') : []
  return started !== undefined && startTime(Number(pid)) === started ? Number(pid) : undefined
}

/** Creates the lock with its content in one step, so that nobody ever reads an empty one. */
function tryToCreate(lockFile: string): boolean {
  const draft = `${lockFile}.${process.pid}`
  writeFileSync(draft, `${process.pid} ${startTime(process.pid) ?? ''}`)
  try {
    linkSync(draft, lockFile)
    return true
  } catch {
    return false
  } finally {
    rmSync(draft, { force: true })
  }
}

function tell(owner: number, message: SecondInstance): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(socketOf(owner), () => socket.end(JSON.stringify(message)))
    // An owner that just went away cannot be told; the second instance quits all the same, as in Electron.
    socket.on('close', () => resolve()).on('error', () => resolve())
  })
}

function listen(onSecondInstance: (second: SecondInstance) => void): () => void {
  const server = createServer((socket) => {
    let text = ''
    socket.setEncoding('utf8').on('data', (part: string) => (text += part))
    socket.on('end', () => {
      socket.end()
      onSecondInstance(JSON.parse(text) as SecondInstance)
    })
    socket.on('error', () => undefined)
  })
  server.listen(socketOf(process.pid)).unref()
  return () => void server.close()
}

/** A lock file in the app's own folder, and a socket by which later instances are heard. */
export function createSingleInstance(onSecondInstance: (second: SecondInstance) => void): SingleInstance {
  let release: (() => void) | undefined

  const request = (directory: string, additionalData: unknown): boolean => {
    if (release) return true
    const lockFile = join(directory, 'ChromiumHost.lock')
    while (!tryToCreate(lockFile)) {
      const owner = liveOwner(lockFile)
      if (owner !== undefined) {
        const told = tell(owner, { argv: process.argv, cwd: process.cwd(), additionalData })
        beforeExit(() => told)
        return false
      }
      rmSync(lockFile, { force: true })
    }
    const stopListening = listen(onSecondInstance)
    release = () => {
      stopListening()
      rmSync(lockFile, { force: true })
    }
    process.once('exit', () => release?.())
    return true
  }

  return {
    request,
    isHeld: () => release !== undefined,
    release: () => {
      release?.()
      release = undefined
    },
  }
}
