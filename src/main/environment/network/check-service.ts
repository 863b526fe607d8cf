import type { Finding } from '../../../shared/ipc/models-environment.ts'
import { toFailure } from '../../app-error.ts'
import type { ServiceInfo } from '../../platform/platform.ts'
import type { Check } from '../check.ts'
import { compareVersions } from '../compare-versions.ts'
import { inOrder, outOfOrder } from '../finding.ts'
import type { AskService } from './ask-service.ts'
import { dial, type DialParts } from './dial.ts'
import { layeredTarget, longestLookMs } from './target.ts'

export interface ServiceParts extends DialParts {
  readonly ask: AskService
  /** Of this program. */
  readonly version: string
}

/**
 * Does the platform itself say that it is there, at work, and takes this version? Codes of every call of the platform,
 * platform.maintenance with details.endsAt (ms since 1970) where it is known, environment.programTooOld.
 */
export function createServiceCheck(parts: ServiceParts): Check {
  return { name: 'platform-service', deadlineMs: longestLookMs, run: async (signal) => [await look(signal, parts)] }
}

async function look(signal: AbortSignal, parts: ServiceParts): Promise<Finding> {
  if (!(await canBeReached(signal, parts))) return outOfOrder('unknown', { code: 'environment.earlierStepFailed' })
  try {
    return judge(await parts.ask(), parts.version)
  } catch (error) {
    const failure = toFailure(error)
    const isMendedInSettings = failure.code === 'platform.notConfigured' || failure.code === 'platform.addressInvalid'
    return outOfOrder('blocked', failure, isMendedInSettings ? { fix: 'open-settings' } : {})
  }
}

/** False where a row above already says why not; a layer that cannot be looked at alone is left to the answer. */
async function canBeReached(signal: AbortSignal, parts: DialParts): Promise<boolean> {
  const target = layeredTarget(parts.way)
  if (target === undefined) return true
  return (await dial(target, target.isSecure ? 'security' : 'connection', signal, shortened(parts))).ok
}

/** The question itself needs its time too. */
function shortened(parts: DialParts): DialParts {
  return { ...parts, deadline: (ms) => parts.deadline(Math.min(ms, 3500)) }
}

function judge(service: ServiceInfo, version: string): Finding {
  const { name, apiVersion, time, maintenance, oldestClientVersion } = service
  const details = [{ label: 'apiVersion', value: apiVersion }]
  const now = Date.parse(time)
  if (maintenance !== undefined && Date.parse(maintenance.from) <= now && now < Date.parse(maintenance.until)) {
    const failure = { code: 'platform.maintenance', details: { endsAt: Date.parse(maintenance.until) } } as const
    return outOfOrder('blocked', failure, { details })
  }
  if (oldestClientVersion !== undefined && compareVersions(version, oldestClientVersion) < 0) {
    const versions = [
      { label: 'version', value: version },
      { label: 'oldestVersion', value: oldestClientVersion },
    ]
    return outOfOrder('blocked', { code: 'environment.programTooOld' }, { details: [...versions, ...details] })
  }
  return inOrder({ name }, { details })
}
