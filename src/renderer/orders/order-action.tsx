import { useTranslation } from 'react-i18next'
import type { PlatformOrder } from '../../shared/ipc/models-platform.ts'
import type { Certificate, Renewal } from '../../shared/ipc/models.ts'
import { isFinished } from '../../shared/renewal-steps.ts'
import { useCertificates } from '../certificates/certificates-store.ts'
import { useRenewalOf } from '../certificates/use-renewal-of.ts'
import { Button } from '../components/button.tsx'
import { cardGroups } from '../format/grouped.ts'
import { useNavigation } from '../layout/navigation-store.ts'
import { matchCertificate } from '../platform/match-certificate.ts'
import { ReceiptButton } from '../renewal/receipt-button.tsx'
import { useRenewals } from '../renewal/renewal-store.ts'
import { isEnded } from './order-state.ts'

interface OrderActionProps {
  readonly order: PlatformOrder
  readonly renewal: Renewal | undefined
}

/** What can be done: go on with what was begun here, keep the receipt, or go on with what was begun elsewhere. */
export function OrderAction({ order, renewal }: OrderActionProps) {
  const { t } = useTranslation(['renewal', 'certificates'])
  if (renewal !== undefined && !isFinished(renewal.state)) return <ResumeHere order={order} renewal={renewal} />
  if (!isEnded(order.state)) return <ResumeByKey order={order} />
  if (renewal === undefined) return null
  const label = t('certificates:actionFor', { action: t('receipt.save'), holder: renewal.holder })
  return <ReceiptButton renewal={renewal} label={label} />
}

function ResumeHere({ order, renewal }: { readonly order: PlatformOrder; readonly renewal: Renewal }) {
  const resume = useRenewals((state) => state.resume)
  const go = useNavigation((state) => state.go)
  const open = () => {
    resume(renewal.id)
    go('renewal')
  }
  return <ResumeButton order={order} holder={renewal.holder} onResume={open} />
}

/** Nothing is known here of this order: the wizard finds it at the platform, once it has the certificate. */
function ResumeByKey({ order }: { readonly order: PlatformOrder }) {
  const { t } = useTranslation('orders')
  const { certificate } = order
  const match = useCertificates((state) => certificate && matchCertificate(state.overview, certificate))
  if (match !== undefined) return <ResumeOnKey order={order} match={match} />
  const cardNumber = certificate?.cardNumber
  return (
    <p className="order-hint">
      {cardNumber === undefined ? t('insertAny') : t('insert', { cardNumber: cardGroups(cardNumber) })}
    </p>
  )
}

function ResumeOnKey({ order, match }: { readonly order: PlatformOrder; readonly match: Certificate }) {
  const { t } = useTranslation('platform')
  const { unfinished, open } = useRenewalOf(match)
  if (unfinished === undefined && match.action === 'none') return <p className="order-hint">{t('key.refused')}</p>
  return <ResumeButton order={order} holder={order.certificate?.commonName ?? match.holder} onResume={open} />
}

interface ResumeButtonProps {
  readonly order: PlatformOrder
  readonly holder: string
  readonly onResume: () => void
}

function ResumeButton({ order, holder, onResume }: ResumeButtonProps) {
  const { t } = useTranslation(['orders', 'certificates'])
  const action = t(`resumeOf.${order.kind}`)
  return (
    <Button type="primary" aria-label={t('certificates:actionFor', { action, holder })} onClick={onResume}>
      {t('resume')}
    </Button>
  )
}
