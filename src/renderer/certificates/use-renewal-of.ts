import type { Certificate, Renewal } from '../../shared/ipc/models.ts'
import { useNavigation } from '../layout/navigation-store.ts'
import { useRenewals } from '../renewal/renewal-store.ts'
import { unfinishedRenewal } from './card.ts'

/** The way into the wizard: to the renewal that has begun, else to a new one. */
export function useRenewalOf(certificate: Certificate): {
  readonly unfinished: Renewal | undefined
  readonly open: () => void
} {
  const unfinished = useRenewals((state) => unfinishedRenewal(state.renewals, certificate))
  const openNew = useRenewals((state) => state.open)
  const resume = useRenewals((state) => state.resume)
  const go = useNavigation((state) => state.go)
  const open = () => {
    if (unfinished === undefined) openNew(certificate.id)
    else resume(unfinished.id)
    go('renewal')
  }
  return { unfinished, open }
}
