import type { Finding } from '../../shared/ipc/models-environment.ts'
import type { Check } from '../environment/check.ts'
import type { Log } from '../logging/log.ts'
import type { ConflictTable } from './conflict-table.ts'
import { createEndProgram, type EndProgram } from './end-program.ts'
import { findConflicts, type FoundConflicts } from './find-conflicts.ts'
import type { Keys } from './judge.ts'
import { look } from './look.ts'
import type { ProcessControl } from './process-control.ts'
import { toolDeadlineMs, type RunningSystem } from './running-system.ts'

export interface ConflictParts {
  readonly system: RunningSystem
  readonly control: ProcessControl
  readonly table: () => ConflictTable
  readonly keys: () => Promise<Keys>
  readonly log: Pick<Log, 'info'>
  /** Whose processes are this program's own, where it is not this process. */
  readonly ownPid?: number
  readonly patienceMs?: number
}

/** Other CA's programs on this computer: one way to find them, for 环境检测 and for the gate of a renewal. */
export interface Conflicts {
  /** One row or more, the worst first; changes nothing. */
  find(signal: AbortSignal): Promise<readonly Finding[]>
  readonly endProgram: EndProgram
}

/** A look asks several tools at once: one that takes too long must not keep what the others have seen from being told. */
const deadlineMs = toolDeadlineMs + 2000

export function createConflicts(parts: ConflictParts): Conflicts {
  let endable: FoundConflicts['endable'] = new Map()
  return {
    find: async (signal) => {
      const [sight, keys] = await Promise.all([look(parts.system, signal, parts.ownPid ?? process.pid), parts.keys()])
      const found = findConflicts(parts.table().products, sight, keys)
      // What a late look has found is old: nobody sees its rows.
      if (!signal.aborted) endable = found.endable
      return found.findings
    },
    endProgram: createEndProgram({ ...parts, endable: () => endable }),
  }
}

export function createConflictChecks({ find }: Pick<Conflicts, 'find'>): readonly Check[] {
  return [{ name: 'conflicts', deadlineMs, run: find }]
}
