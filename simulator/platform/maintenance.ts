import type { Maintenance } from '../../src/shared/demo/simulator-messages.ts'
import type { ProblemBody } from './http/problem.ts'
import { problem, secondsUntil } from './http/problem.ts'
import type { Platform } from './platform.ts'
import { MaintenanceRecord } from './state/state.ts'

type Timed = Pick<Platform, 'state' | 'clock'>

/** Plans maintenance, or calls it off. @throws when it would end before it begins */
export function setMaintenance({ state }: Timed, maintenance: Maintenance | undefined): void {
  if (maintenance === undefined) delete state.maintenance
  else state.maintenance = MaintenanceRecord.parse(maintenance)
}

/** What is planned or going on; nothing once it is over. */
export function knownMaintenance({ state: { maintenance }, clock }: Timed): Maintenance | undefined {
  return maintenance !== undefined && maintenance.until > clock.now() ? maintenance : undefined
}

/** Why nothing can be done now, while maintenance is going on. */
export function maintenanceProblem(platform: Timed): ProblemBody | undefined {
  const now = platform.clock.now()
  const maintenance = knownMaintenance(platform)
  if (maintenance === undefined || maintenance.from > now) return undefined
  const { until, notice } = maintenance
  return problem('service.maintenance', { detail: notice, retryAfterSeconds: secondsUntil(until, now) })
}
