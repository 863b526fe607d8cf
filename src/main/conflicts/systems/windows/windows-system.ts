import { win32 } from 'node:path'
import type { Registry } from '../../../drivers/windows-registry.ts'
import type { RunTool, SystemTool } from '../../../usb/run-tool.ts'
import type { ProcessControl } from '../../process-control.ts'
import type { RunningSystem } from '../../running-system.ts'
import { hasNumber } from '../has-number.ts'
import { readWindowsInstalled } from './windows-installed.ts'
import { listenerQuery, parseListeners } from './windows-listeners.ts'
import { parseProcesses, processQuery } from './windows-processes.ts'
import { parseServices, serviceQuery } from './windows-services.ts'

export interface WindowsParts {
  readonly run: RunTool
  readonly registry: Registry | undefined
  readonly systemRoot: string
}

/** Windows by its own tools, each by its own place: the search path may lead elsewhere. Not verified on Windows. */
export function createWindowsSystem({ run, registry, systemRoot }: WindowsParts): RunningSystem {
  const ask = async <T>(tool: SystemTool, parse: (printed: string) => T | undefined, signal: AbortSignal) => {
    const printed = await run(tool, signal)
    return printed === undefined ? undefined : parse(printed)
  }
  return {
    processes: (signal) => ask(processQuery(systemRoot), parseProcesses, signal),
    services: (signal) => ask(serviceQuery(systemRoot), parseServices, signal),
    listeners: (signal) => ask(listenerQuery(systemRoot), parseListeners, signal),
    installed: () => readWindowsInstalled(registry),
  }
}

/**
 * taskkill without /F sends WM_CLOSE to the program's windows: what a click on its cross does. The number alone may be another
 * program's by then, which would be closed instead: it has to bear the same name.
 */
export function createWindowsControl({ run, systemRoot }: Omit<WindowsParts, 'registry'>): ProcessControl {
  const path = win32.join(systemRoot, 'System32', 'taskkill.exe')
  return {
    askToEnd: async ({ pid, names: [name = ''] }) => {
      await run({ path, parameters: ['/PID', String(pid), '/FI', `IMAGENAME eq ${name}`] })
    },
    isRunning: ({ pid }) => Promise.resolve(hasNumber(pid)),
  }
}
