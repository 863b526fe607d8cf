import { homedir } from 'node:os'
import { createDiskFiles } from '../../drivers/files.ts'
import { createWindowsRegistry } from '../../drivers/windows-registry.ts'
import { createRunTool } from '../../usb/run-tool.ts'
import type { ProcessControl } from '../process-control.ts'
import { toolDeadlineMs, type RunningSystem } from '../running-system.ts'
import { createLinuxSystem, linuxControl } from './linux/linux-system.ts'
import { createMacosSystem, macosControl } from './macos/macos-system.ts'
import { createWindowsControl, createWindowsSystem } from './windows/windows-system.ts'

/** How an operating system is asked what runs on it, and how a program on it is asked to end. */
export interface ConflictSystem {
  readonly system: RunningSystem
  readonly control: ProcessControl
}

const cannotTell = () => Promise.resolve(undefined)

export function createConflictSystem(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): ConflictSystem {
  const run = createRunTool(toolDeadlineMs)
  if (platform === 'linux') return { system: createLinuxSystem(), control: linuxControl }
  if (platform === 'win32') {
    const systemRoot = environment['SystemRoot'] ?? 'C:\\Windows'
    const parts = { run, systemRoot, registry: createWindowsRegistry(systemRoot) }
    return { system: createWindowsSystem(parts), control: createWindowsControl(parts) }
  }
  const parts = { run, files: createDiskFiles(), home: homedir(), ownUser: process.getuid?.() }
  if (platform === 'darwin') return { system: createMacosSystem(parts), control: macosControl }
  const system = { processes: cannotTell, listeners: cannotTell, installed: cannotTell }
  return { system, control: { askToEnd: () => Promise.resolve(), isRunning: () => Promise.resolve(true) } }
}
