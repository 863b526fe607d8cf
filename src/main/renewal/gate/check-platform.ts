import type { GateCheck } from '../../../shared/ipc/models-gate.ts'
import { toFailure } from '../../app-error.ts'
import type { RenewalPorts } from '../renewal-work.ts'

/** Beyond this the computer's clock would make the user doubt every date that is shown. */
const longestSkewMs = 120_000

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
  return [{ name: 'platform', state: 'ok' }, checkClock(clock.skewMs())]
}

function checkClock(skewMs: number | undefined): GateCheck {
  const name = 'clock'
  if (skewMs === undefined) return { name, state: 'unknown' }
  if (Math.abs(skewMs) <= longestSkewMs) return { name, state: 'ok' }
  const seconds = Math.round(Math.abs(skewMs) / 1000)
  return { name, state: 'blocked', failure: { code: 'renewal.clockSkew', details: { seconds } } }
}
