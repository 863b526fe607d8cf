import type { GateCheck } from '../../../shared/ipc/models-gate.ts'
import { toFailure } from '../../app-error.ts'
import { judgeClock } from '../../environment/system/judge-clock.ts'
import type { RenewalPorts } from '../renewal-work.ts'

/**
 * Is the platform there and at work, and do its clock and ours agree? One call, without a login, unless the platform has
 * answered something within the last `freshMs`.
 */
export async function checkPlatform(
  { platform, clock }: RenewalPorts,
  freshMs?: number,
): Promise<readonly GateCheck[]> {
  try {
    await platform.reach(freshMs)
  } catch (error) {
    return [
      { name: 'platform', state: 'blocked', failure: toFailure(error) },
      { name: 'clock', state: 'unknown' },
    ]
  }
  return [
    { name: 'platform', state: 'ok' },
    { name: 'clock', ...judgeClock(clock.skewMs()) },
  ]
}
