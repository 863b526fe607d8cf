import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'

/** What a program of another vendor does. */
interface Behaviour {
  /** Ports of which it takes the first one that is free. */
  readonly ports?: readonly number[]
  /** A file that it keeps open. */
  readonly opens?: string
  /** How it takes being asked to end. */
  readonly whenAsked?: 'ends' | 'stays' | 'starts-again'
}

interface ForeignProgram {
  readonly pid: number
  /** What it listens on. */
  readonly port: number | undefined
  /** The pid under which it runs again, once it does. */
  readonly startsAgain: Promise<number>
  /** Ends it as its own user would, and waits until it is gone. */
  quit(): Promise<void>
}

/** For tests: starts small programs under any name, and ends all of them, also those that they have started. */
export interface ForeignPrograms {
  start(path: string, behaviour?: Behaviour): Promise<ForeignProgram>
  endAll(): void
}

export function createForeignPrograms(): ForeignPrograms {
  const folder = mkdtempSync(join(tmpdir(), 'foreign-'))
  const pids = new Set<number>()
  return {
    start: async (path, behaviour = {}) => {
      const program = join(folder, path)
      mkdirSync(dirname(program), { recursive: true })
      symlinkSync(process.execPath, program)
      const name = path.split('/').at(-1) ?? path
      const child = spawn(program, ['-e', script(name, behaviour)], { stdio: ['ignore', 'pipe', 'inherit'] })
      return ready(child, pids)
    },
    endAll: () => {
      for (const pid of pids) kill(pid)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The name is what /proc/<pid>/comm says too, as of a program that was compiled under it. */
function script(name: string, { ports = [], opens, whenAsked = 'ends' }: Behaviour): string {
  return `
    require('node:fs').writeFileSync('/proc/self/comm', ${JSON.stringify(name)})
    if (${JSON.stringify(opens ?? '')} !== '') require('node:fs').openSync(${JSON.stringify(opens ?? '')})
    const again = () => require('node:child_process').spawn(process.argv0, process.execArgv, { stdio: 'inherit', detached: true })
    if (${JSON.stringify(whenAsked)} === 'stays') process.on('SIGTERM', () => undefined)
    if (${JSON.stringify(whenAsked)} === 'starts-again') process.on('SIGTERM', () => again().on('spawn', () => process.exit()))
    const tell = (port) => console.log(JSON.stringify({ pid: process.pid, port }))
    const listen = ([port, ...others]) => {
      if (port === undefined) return tell()
      const server = require('node:net').createServer()
      server.on('error', () => listen(others)).listen(port, '127.0.0.1', () => tell(server.address().port))
    }
    listen(${JSON.stringify(ports)})
    setInterval(() => undefined, 60_000)`
}

/** Settles with the program's own words; a program that it starts later says its pid in the same way. */
function ready(child: ChildProcess, pids: Set<number>): Promise<ForeignProgram> {
  const { stdout } = child
  if (stdout === null) throw new Error('a foreign program has no output')
  const hasEnded = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const again = Promise.withResolvers<number>()
  const begun = Promise.withResolvers<ForeignProgram>()
  let lines = 0
  child.once('error', begun.reject)
  createInterface(stdout).on('line', (line) => {
    const { pid, port } = JSON.parse(line) as { readonly pid: number; readonly port?: number }
    pids.add(pid)
    lines += 1
    if (lines > 1) again.resolve(pid)
    const quit = async () => {
      kill(pid)
      await hasEnded
      pids.delete(pid)
    }
    begun.resolve({ pid, port, quit, startsAgain: again.promise })
  })
  return begun.promise
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
