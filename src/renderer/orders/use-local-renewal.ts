import type { PlatformOrder } from '../../shared/ipc/models-platform.ts'
import type { Renewal } from '../../shared/ipc/models.ts'
import { useRenewals } from '../renewal/renewal-store.ts'

/** The renewal on this computer that the order belongs to. */
export function useLocalRenewal({ id }: PlatformOrder): Renewal | undefined {
  return useRenewals((state) => state.renewals.find(({ orderId }) => orderId === id))
}
