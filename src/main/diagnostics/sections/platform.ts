import type { PlatformHealth } from '../../platform-account/ports.ts'
import type { Clock } from '../../renewal/ports.ts'

interface PlatformParts {
  readonly health: Pick<PlatformHealth, 'current' | 'moments'>
  readonly clock: Pick<Clock, 'skewMs'>
  readonly isLoggedIn: () => boolean
}

/** What the program knows of the platform from its calls; nothing is asked for this. */
export function describePlatform({ health, clock, isLoggedIn }: PlatformParts): unknown {
  const { askedAt, heardAt } = health.moments()
  return {
    ...health.current(),
    askedAt: instant(askedAt),
    heardAt: instant(heardAt),
    clockSkewMs: clock.skewMs(),
    isLoggedIn: isLoggedIn(),
  }
}

function instant(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString()
}
