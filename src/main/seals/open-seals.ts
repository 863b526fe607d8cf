import { createPlatformCheck } from '../platform-account/check-platform.ts'
import type { PlatformHealth } from '../platform-account/ports.ts'
import { openIntents } from './intent-store.ts'
import type { SealPlatform } from './ports.ts'
import { createSealCases, type SealCases } from './seal-cases.ts'

/** What of a connection the seals need. */
interface SealParts {
  /** Where registrations whose answer has not come are kept. */
  readonly folder: string
  readonly seals: SealPlatform
  readonly health: PlatformHealth
  readonly session: { readonly current: () => { readonly id: string } | undefined }
  readonly way: { readonly baseUrl: () => string }
  readonly clock: { readonly now: () => Date }
}

export async function openSeals({ folder, seals, health, session, way, clock }: SealParts): Promise<SealCases> {
  return createSealCases({
    platform: seals,
    intents: await openIntents(folder),
    owner: () => {
      const account = session.current()
      return account === undefined ? undefined : `${way.baseUrl()} ${account.id}`
    },
    now: clock.now,
    status: createPlatformCheck(health),
  })
}
