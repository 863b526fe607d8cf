import { homedir } from 'node:os'
import { join } from 'node:path'
import type { ProcessControl } from '../../process-control.ts'
import type { RunningSystem } from '../../running-system.ts'
import { askUnixProcess } from '../ask-unix-process.ts'
import { linuxPlaces, readLinuxInstalled, type InstalledPlaces } from './linux-installed.ts'
import { readLinuxListeners } from './linux-listeners.ts'
import { readText } from './read-text.ts'
import { readLinuxProcess, readLinuxProcesses } from './linux-processes.ts'

interface LinuxRoots {
  readonly proc: string
  readonly installed: InstalledPlaces
}

/** Linux tells by files alone; a resident program is a process there, also one that systemd starts. */
export function createLinuxSystem(roots: Partial<LinuxRoots> = {}): RunningSystem {
  const { proc = '/proc', installed = linuxPlaces(homedir()) } = roots
  return {
    processes: () => readLinuxProcesses(proc),
    listeners: () => readLinuxListeners(proc).catch(() => undefined),
    installed: () => readLinuxInstalled(installed),
    // Mounted with hidepid, /proc shows no process of another user (proc(5)); the first one is root's.
    showsEveryone: async () => (await readText(join(proc, '1/stat'))) !== undefined,
  }
}

export const linuxControl: ProcessControl = {
  askToEnd: askUnixProcess,
  isRunning: async ({ pid, started }) => (await readLinuxProcess('/proc', pid))?.started === started,
}
