import type { PlatformStatus } from '../../shared/ipc/models-platform.ts'
import type { PlatformHealth } from './ports.ts'

/** What a call told is good for so long: nobody polls. */
const freshMs = 5 * 60_000

/** How the platform is; asks it only when what is known is old or incomplete. Never rejects: a failure is an answer too. */
export function createPlatformCheck(
  health: PlatformHealth,
  now: () => number = Date.now,
): () => Promise<PlatformStatus> {
  let asking: Promise<void> | undefined
  const ask = async () => {
    asking ??= health
      .ask()
      .catch(() => undefined)
      .finally(() => {
        asking = undefined
      })
    await asking
  }
  return async () => {
    if (isWorthAsking(health, now())) await ask()
    return health.current()
  }
}

function isWorthAsking(health: PlatformHealth, now: number): boolean {
  const { state, until, features } = health.current()
  const { askedAt = -Infinity, heardAt = -Infinity } = health.moments()
  // Another call has told since that it is there, or closed; what only this question tells is not known.
  const isNews = heardAt > askedAt
  if (isNews && state === 'available' && features === undefined) return true
  if (isNews && state === 'maintenance' && until === undefined) return true
  if (state === 'maintenance' && until !== undefined && Date.parse(until) <= now && Date.parse(until) > askedAt)
    return true
  return now - Math.max(askedAt, heardAt) >= freshMs
}
