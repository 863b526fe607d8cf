import { readdir, readFile, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import { linuxDeviceNodes } from './linux-device-nodes.ts'
import { descendsFrom } from '../processes/process-tree.ts'
import { linuxUsbFolder } from './linux-usb-bus.ts'
import type { UsbDevice } from './usb-bus.ts'

/** A program that has a device open. */
interface Holder {
  readonly pid: number
  /** As its process calls itself (at most 15 characters on Linux). */
  readonly name: string
}

/** Who has a device open. Not everything may be looked at: then nobody found does not mean that nobody has it. */
export interface Holders {
  readonly processes: readonly Holder[]
  readonly isComplete: boolean
}

/** Asks who has these devices open, by nothing but looking. */
export type WhoHolds = (devices: readonly UsbDevice[]) => Promise<Holders>

export const nobodyKnows: Holders = { processes: [], isComplete: false }

interface Roots {
  readonly usb: string
  readonly proc: string
  readonly dev: string
}

const linuxRoots: Roots = { usb: linuxUsbFolder, proc: '/proc', dev: '/dev' }

/** It hands readers on to whoever asks for them: everyone's way to a card, and in nobody's way. */
const mediators: readonly string[] = ['pcscd']

interface Process {
  readonly pid: number
  readonly parent: number
  readonly name: string
}

/** On Linux: whose open files (/proc/<pid>/fd, proc(5)) lead to the device. This program and what it started do not count. */
export function createLinuxWhoHolds(roots: Roots = linuxRoots, ownPid = process.pid): WhoHolds {
  return async (devices) => {
    try {
      const places = await Promise.all(devices.map(({ place }) => linuxDeviceNodes(roots.usb, place)))
      const nodes = new Set(places.flat().map((node) => join(roots.dev, node)))
      const processes = await readProcesses(roots.proc)
      const isOwn = descendsFrom(ownPid, processes)
      const others = processes.filter((one) => !isOwn(one) && !mediators.includes(one.name))
      const open = await Promise.all(others.map(({ pid }) => opens(join(roots.proc, String(pid), 'fd'), nodes)))
      return {
        processes: others.filter((_, index) => open[index] === true).map(({ pid, name }) => ({ pid, name })),
        isComplete: open.every((answer) => answer !== undefined),
      }
    } catch {
      return nobodyKnows
    }
  }
}

async function readProcesses(proc: string): Promise<readonly Process[]> {
  const pids = (await readdir(proc)).filter((name) => /^\d+$/.test(name))
  const found = await Promise.all(pids.map((pid) => readProcess(proc, pid)))
  return found.filter((one) => one !== undefined)
}

/** Nothing for a process that has ended meanwhile. */
async function readProcess(proc: string, pid: string): Promise<Process | undefined> {
  const stat = await readFile(join(proc, pid, 'stat'), 'utf8').catch(() => undefined)
  // 'pid (name) state parent …': the name may hold brackets and blanks.
  const fields = /^\d+ \((?<name>.*)\) \S (?<parent>\d+) /s.exec(stat ?? '')?.groups
  return fields === undefined
    ? undefined
    : { pid: Number(pid), parent: Number(fields['parent']), name: fields['name'] ?? '' }
}

/** Does it have one of these open? Undefined where this user may not look. */
async function opens(folder: string, nodes: ReadonlySet<string>): Promise<boolean | undefined> {
  try {
    for (const descriptor of await readdir(folder)) {
      const target = await readlink(join(folder, descriptor)).catch(() => '')
      if (nodes.has(target)) return true
    }
    return false
  } catch (thrown) {
    const hasEnded =
      thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOENT' || thrown.code === 'ESRCH')
    return hasEnded ? false : undefined
  }
}
