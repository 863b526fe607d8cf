import { useTranslation } from 'react-i18next'
import type { Renewal } from '../../shared/ipc/models.ts'
import { certificateOf } from '../certificates/card.ts'
import { useCertificates } from '../certificates/certificates-store.ts'
import { Button } from '../components/button.tsx'
import { LeaveButtons } from './leave-buttons.tsx'
import { useRenewals } from './renewal-store.ts'

interface VerifyFooterProps {
  readonly renewal: Renewal
  readonly isBusy: boolean
  readonly onSubmit: () => void
}

export function VerifyFooter({ renewal, isBusy, onSubmit }: VerifyFooterProps) {
  const { t } = useTranslation('renewal')
  const requestSms = useRenewals((state) => state.requestSms)
  if (renewal.state === 'started') return <OrderFooter renewal={renewal} isBusy={isBusy} />
  const isSent = renewal.sms !== undefined
  return (
    <>
      <LeaveButtons renewal={renewal} />
      <Button type="primary" loading={isBusy} onClick={isSent ? onSubmit : () => void requestSms(renewal.id)}>
        {t(isSent ? 'verify.submit' : 'verify.request')}
      </Button>
    </>
  )
}

/** The order was not placed, or its answer was lost: the same certificate is asked for again, with the same key. */
function OrderFooter({ renewal, isBusy }: Omit<VerifyFooterProps, 'onSubmit'>) {
  const { t } = useTranslation('renewal')
  const start = useRenewals((state) => state.start)
  const certificate = useCertificates((state) => certificateOf(state.overview, renewal))
  return (
    <>
      <LeaveButtons renewal={renewal} />
      <Button
        type="primary"
        loading={isBusy}
        disabled={certificate === undefined}
        onClick={() => certificate && void start(certificate.id)}
      >
        {t('verify.placeOrder')}
      </Button>
    </>
  )
}
