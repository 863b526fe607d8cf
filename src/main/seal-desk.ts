import { join } from 'node:path'
import { createAfterRenewal, type AfterRenewalCases } from './after-renewal/after-renewal.ts'
import type { PlatformConnection } from './platform/platform.ts'
import type { RenewalService } from './renewal/renewal-service.ts'
import { openSeals } from './seals/open-seals.ts'
import type { SealCases } from './seals/seal-cases.ts'

interface SealHost {
  readonly userData: string
  readonly mode: 'demo' | 'real'
}

interface SealDeskParts {
  readonly connection: PlatformConnection
  readonly renewals: RenewalService
}

/** Joins 电子印章 and what comes after a renewal. What the demonstration keeps goes when it is made anew. */
export async function openSealDesk(
  { userData, mode }: SealHost,
  { connection, renewals }: SealDeskParts,
): Promise<{ readonly seals: SealCases; readonly afterRenewal: AfterRenewalCases }> {
  const folder = join(userData, ...(mode === 'demo' ? ['demo', 'seals'] : ['seals']))
  return {
    seals: await openSeals({ ...connection, folder }),
    afterRenewal: createAfterRenewal(renewals, connection.clock),
  }
}
