import type { AfterRenewal } from '../../shared/ipc/models-seals.ts'
import type { Renewal } from '../../shared/ipc/models.ts'
import { usableBy } from './usable-by.ts'

/** Longer ago than this nobody waits for it any more. */
const remembered = 60 * 86_400_000

export interface AfterRenewalCases {
  /** Each renewal that was completed in the last 60 days, and when its certificate should be known everywhere. */
  list(): readonly AfterRenewal[]
}

/** @param clock the one that dates are judged by: the platform's, where it was measured */
export function createAfterRenewal(
  renewals: { readonly list: () => readonly Renewal[] },
  clock: { readonly now: () => Date },
): AfterRenewalCases {
  return {
    list: () => renewals.list().flatMap((renewal) => describe(renewal, clock.now())),
  }
}

function describe({ state, finishedAt, ...renewal }: Renewal, now: Date): readonly AfterRenewal[] {
  if (state !== 'completed' || finishedAt === undefined) return []
  const completedAt = new Date(finishedAt)
  if (now.getTime() - completedAt.getTime() > remembered) return []
  const { at, isApproximate } = usableBy(completedAt)
  return [
    {
      renewalId: renewal.id,
      cardNumber: renewal.cardNumber,
      ...(renewal.new === undefined ? {} : { serialNumber: renewal.new.serialNumber }),
      completedAt: finishedAt,
      usableBy: at.toISOString(),
      isApproximate,
    },
  ]
}
