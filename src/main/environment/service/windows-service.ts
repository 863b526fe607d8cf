import { join } from 'node:path/win32'
import type { RunTool } from '../../usb/run-tool.ts'
import type { ServiceState, SmartCardService } from './smart-card-service.ts'

interface WindowsParts {
  readonly run: RunTool
  readonly systemRoot: string
}

const name = 'SCardSvr'

/**
 * Asks sc.exe of the system. Windows words its answers in the user's language; the numbers are those of SERVICE_STATUS
 * (winsvc.h). Since Windows 8 the service is started by a trigger when a reader comes: stopped without one is how it is
 * meant to be.
 */
export function createWindowsService({ run, systemRoot }: WindowsParts): SmartCardService {
  const ask = (verb: string) => run({ path: join(systemRoot, 'System32', 'sc.exe'), parameters: [verb, name] })
  return {
    name,
    state: async () => {
      const [query, configuration] = await Promise.all([ask('query'), ask('qc')])
      return readServiceState(query, configuration)
    },
  }
}

const states: Readonly<Record<number, ServiceState>> = { 1: 'stopped', 2: 'running', 4: 'running', 5: 'running' }
const startDisabled = 4

/** What `sc query` and `sc qc` printed, in whatever language; undefined: the tool failed. */
export function readServiceState(query: string | undefined, configuration: string | undefined): ServiceState {
  const state = states[numberBefore(/(?:STOPPED|START_PENDING|RUNNING|CONTINUE_PENDING)/, query) ?? 0]
  if (state === undefined || state === 'running') return state ?? 'unknown'
  const start = numberBefore(/(?:BOOT_START|SYSTEM_START|AUTO_START|DEMAND_START|DISABLED)/, configuration)
  return start === startDisabled ? 'disabled' : state
}

/** `        STATE              : 4  RUNNING`: the label is translated, the number and the word behind it are not. */
function numberBefore(word: RegExp, printed = ''): number | undefined {
  const found = new RegExp(`:\\s*(?<number>\\d+)\\s+${word.source}`).exec(printed)?.groups?.['number']
  return found === undefined ? undefined : Number(found)
}
