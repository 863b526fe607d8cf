import type { Finding } from '../../../shared/ipc/models-environment.ts'
import type { GateCheck } from '../../../shared/ipc/models-gate.ts'
import { findingsWithin } from '../../environment/judge/findings-within.ts'
import type { Environment } from '../ports.ts'

/** A user who waits to go on is not kept longer. */
const deadlineMs = 3000

/**
 * Is another program in the way of the key (M4)? One row for each that is, else one row for all. What cannot be told
 * within three seconds is `unknown`, and stops nobody.
 */
export async function checkConflicts({ conflicts }: Environment): Promise<readonly GateCheck[]> {
  const findings = await findingsWithin(conflicts, { deadlineMs })
  const told = findings.filter(({ state }) => state !== 'ok' && state !== 'not-applicable')
  return (told.length === 0 ? findings.slice(0, 1) : told).map(toCheck)
}

function toCheck(finding: Finding): GateCheck {
  return { name: 'conflicts', ...finding }
}
