import type { AskedRenewal } from '../../shared/ipc/models-reminders.ts'
import { unfinishedRenewal } from '../certificates/card.ts'
import { useCertificates } from '../certificates/certificates-store.ts'
import { useNavigation } from '../layout/navigation-store.ts'
import { useRenewals } from '../renewal/renewal-store.ts'
import { useReminders } from './reminders-store.ts'

/** A reminder was answered with 立即延期: to the renewal where the key is there, else to 我的证书, which asks for it. */
export function followReminder({ certificate: asked }: AskedRenewal): void {
  const { go } = useNavigation.getState()
  const found = useCertificates
    .getState()
    .overview?.cards.flatMap(({ certificates }) => certificates)
    .find(({ id }) => id === asked?.id)
  useReminders.getState().awaitKey(found === undefined ? asked : undefined)
  const { renewals, open, resume } = useRenewals.getState()
  const unfinished = found && unfinishedRenewal(renewals, found)
  if (found === undefined || (unfinished === undefined && found.action === 'none')) {
    go('certificates')
    return
  }
  if (unfinished === undefined) open(found.id)
  else resume(unfinished.id)
  go('renewal')
}
