import type { Files } from '../../../drivers/files.ts'
import type { RunTool } from '../../../usb/run-tool.ts'
import type { ProcessControl } from '../../process-control.ts'
import type { InstalledProgram, RunningSystem } from '../../running-system.ts'
import { askUnixProcess } from '../ask-unix-process.ts'
import { hasNumber } from '../has-number.ts'
import { listenerQuery, parseListeners } from './macos-listeners.ts'
import { parseProcesses, processQuery } from './macos-processes.ts'

interface MacosParts {
  readonly run: RunTool
  readonly files: Pick<Files, 'list'>
  readonly home: string
  readonly ownUser: number | undefined
}

/** macOS by its own tools. Not verified on a Mac. */
export function createMacosSystem({ run, files, home, ownUser }: MacosParts): RunningSystem {
  return {
    processes: async (signal) => {
      const printed = await run(processQuery, signal)
      return printed === undefined ? undefined : parseProcesses(printed, ownUser)
    },
    // With nobody listening lsof fails, as it does when it cannot look: that is not told apart.
    listeners: async (signal) => {
      const printed = await run(listenerQuery, signal)
      return printed === undefined ? undefined : parseListeners(printed)
    },
    installed: async () => {
      const names = await Promise.all(['/Applications', `${home}/Applications`].map(files.list))
      // A Mac comes with applications there: none means that the folder could not be read.
      return names[0]?.length === 0 ? undefined : applicationsIn(names.flat())
    },
  }
}

/** `网证通.app` is 网证通: the name of its folder is what Finder shows. */
function applicationsIn(names: readonly string[]): readonly InstalledProgram[] {
  return names.flatMap((name) => (name.endsWith('.app') ? [{ name: name.slice(0, -'.app'.length) }] : []))
}

export const macosControl: ProcessControl = {
  askToEnd: askUnixProcess,
  isRunning: ({ pid }) => Promise.resolve(hasNumber(pid)),
}
