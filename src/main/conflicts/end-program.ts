import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../app-error.ts'
import type { EndRefusal } from '../../shared/failure-words.ts'
import type { Log } from '../logging/log.ts'
import type { ProcessControl } from './process-control.ts'
import { toolDeadlineMs, type RunningSystem, type SeenProcess } from './running-system.ts'

export interface EndProgramParts {
  readonly system: Pick<RunningSystem, 'processes'>
  readonly control: ProcessControl
  /** What the last look found, by the subject of its row. */
  readonly endable: () => ReadonlyMap<string, readonly SeenProcess[]>
  readonly log: Pick<Log, 'info'>
  /** How long a program may take to end, in ms, where it is not as usual. */
  readonly patienceMs?: number | undefined
}

/** The fix of a row of 冲突程序. Its consent is the page's dialog. */
export interface EndProgram {
  readonly name: 'end-program'
  /**
   * Asks the processes of a row to end, and waits until they have. Settles when they are gone. Codes
   * environment.programNotEndable (nothing was asked), environment.programStillRunning, environment.programRestarted.
   */
  run(subject: string | undefined): Promise<void>
}

const usualPatienceMs = 5000
const pauseMs = 50

/** Only what the row has named, only while it is still the same process, only this user's, and never by force. */
export function createEndProgram(parts: EndProgramParts): EndProgram {
  const { system, control, endable, log, patienceMs = usualPatienceMs } = parts
  return {
    name: 'end-program',
    run: async (subject = '') => {
      const tell = (result: string) => log.info(`conflicts: the user asked to end "${subject}": ${result}`)
      const before = await processesNow(system)
      const meant = stillThere(endable().get(subject), before)
      if (typeof meant === 'string') {
        tell(`refused, ${meant}`)
        throw new AppError('environment.programNotEndable', { details: { reason: meant } })
      }
      tell(`asking ${meant.map(describe).join(', ')}`)
      for (const process of meant) await control.askToEnd(process)
      const haveLeft = await haveEnded(meant, control, patienceMs)
      const after = await processesNow(system)
      // Where only numbers can be asked for, another process may have got one of them.
      if (!haveLeft && (after === undefined || amongThem(meant, after).length > 0)) {
        tell('still running')
        throw new AppError('environment.programStillRunning')
      }
      if (hasRestarted(meant, before ?? [], after)) {
        tell('ended, and started again by itself')
        throw new AppError('environment.programRestarted')
      }
      tell('ended')
    },
  }
}

function processesNow(system: EndProgramParts['system']): Promise<readonly SeenProcess[] | undefined> {
  return system.processes(AbortSignal.timeout(toolDeadlineMs))
}

/** A pid may have become another program's since the row was shown: then it is not the one that the user agreed to. */
function stillThere(
  meant: readonly SeenProcess[] | undefined,
  now: readonly SeenProcess[] | undefined,
): readonly SeenProcess[] | EndRefusal {
  if (meant === undefined || now === undefined) return 'gone'
  const same = amongThem(meant, now)
  return same.every(({ isOwn, started }) => isOwn && started !== undefined) ? same : 'other-user'
}

/** Those of the first that are still among the others, as they are now. */
function amongThem(meant: readonly SeenProcess[], now: readonly SeenProcess[]): readonly SeenProcess[] {
  return meant.flatMap((one) => now.find((other) => identity(other) === identity(one)) ?? [])
}

/** Waits for the state, as long as there is patience for it. */
async function haveEnded(
  processes: readonly SeenProcess[],
  { isRunning }: ProcessControl,
  patienceMs: number,
): Promise<boolean> {
  const patience = AbortSignal.timeout(patienceMs)
  const anyRuns = async () => (await Promise.all(processes.map(isRunning))).includes(true)
  while (await anyRuns()) {
    if (patience.aborted) return false
    await sleep(pauseMs)
  }
  return true
}

function hasRestarted(
  ended: readonly SeenProcess[],
  before: readonly SeenProcess[],
  now: readonly SeenProcess[] = [],
): boolean {
  const known = new Set(before.map(identity))
  const programs = new Set(ended.map(program))
  return now.some((process) => !known.has(identity(process)) && programs.has(program(process)))
}

function identity({ pid, started = '' }: SeenProcess): string {
  return `${pid} ${started}`
}

function program({ names, places }: SeenProcess): string {
  return JSON.stringify([names[0], places[0]])
}

function describe({ names: [name = ''], pid }: SeenProcess): string {
  return `${name} (process ${pid})`
}
