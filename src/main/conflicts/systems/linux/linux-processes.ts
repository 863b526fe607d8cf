import { readdir, readFile, readlink, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { SeenProcess } from '../../running-system.ts'
import { fileNameOf } from '../file-name.ts'

/** Every process that runs, out of /proc (proc(5)); undefined where there is none. What ends meanwhile is left out. */
export async function readLinuxProcesses(proc: string): Promise<readonly SeenProcess[] | undefined> {
  try {
    const pids = (await readdir(proc)).filter((name) => /^\d+$/.test(name))
    const self = await readSession(proc, 'self')
    const found = await Promise.all(pids.map((pid) => readProcess(proc, pid, self)))
    return found.some((one) => one !== undefined) ? found.filter((one) => one !== undefined) : undefined
  } catch {
    return undefined
  }
}

/** The process with this number, if there is one that runs. */
export async function readLinuxProcess(proc: string, pid: number): Promise<SeenProcess | undefined> {
  return readProcess(proc, String(pid), await readSession(proc, 'self'))
}

interface Status {
  readonly name: string
  readonly parent: number
  readonly started: string
}

/** 'pid (name) state ppid …': the name may hold brackets and blanks; the 22nd field is the start in ticks since boot. */
export function parseStat(text: string): Status | undefined {
  const { name, state, rest = '' } = /^\d+ \((?<name>.*)\) (?<state>\S) (?<rest>.*)$/s.exec(text)?.groups ?? {}
  const [parent = '', ...fields] = rest.trim().split(' ')
  const started = fields[17] ?? ''
  // A process that has ended stays in the list until its parent has looked.
  if (name === undefined || state === 'Z' || state === 'X' || !/^\d+$/.test(parent) || !/^\d+$/.test(started)) {
    return undefined
  }
  return { name, parent: Number(parent), started }
}

async function readProcess(proc: string, pid: string, self: Session): Promise<SeenProcess | undefined> {
  const folder = join(proc, pid)
  const [line, program, command] = await Promise.all([
    readFile(join(folder, 'stat'), 'utf8').catch(() => ''),
    readlink(join(folder, 'exe')).catch(() => ''),
    readFile(join(folder, 'cmdline'), 'utf8').catch(() => ''),
  ])
  const status = parseStat(line)
  if (status === undefined) return undefined
  // A Windows program under Wine says in its first argument what it is; its program is Wine's.
  const places = [command.split('\0')[0] ?? '', program.replace(/ \(deleted\)$/, '')].filter((place) => place !== '')
  return {
    ...{ pid: Number(pid), parent: status.parent, started: status.started, places },
    names: [...new Set([...places.map(fileNameOf), status.name])].filter((name) => name !== ''),
    isOwn: isSameSession(await readSession(proc, pid), self),
  }
}

/** Whose a process is. Texts as the kernel writes them; empty where it does not tell. */
interface Session {
  readonly user: number | undefined
  readonly session: string
  readonly isService: boolean
}

async function readSession(proc: string, pid: string): Promise<Session> {
  const folder = join(proc, pid)
  const [owner, session, groups] = await Promise.all([
    stat(`${folder}/`).catch(() => undefined),
    readFile(join(folder, 'sessionid'), 'utf8').catch(() => ''),
    readFile(join(folder, 'cgroup'), 'utf8').catch(() => ''),
  ])
  return { user: owner?.uid, session: session.trim(), isService: groups.includes('/system.slice/') }
}

/** Of this user, of this login (where logins are counted), and not started by the system as a service. */
function isSameSession(other: Session, self: Session): boolean {
  const isSameUser = other.user !== undefined && other.user === self.user
  return isSameUser && other.session === self.session && (!other.isService || self.isService)
}
