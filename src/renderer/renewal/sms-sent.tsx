import { useTranslation } from 'react-i18next'
import type { Renewal } from '../../shared/ipc/models.ts'
import { Button } from '../components/button.tsx'
import { useCountdown } from '../components/use-countdown.ts'
import { localTime } from '../../shared/format/date-time.ts'
import { useRenewals } from './renewal-store.ts'

interface SmsSentProps {
  readonly renewalId: string
  readonly sms: NonNullable<Renewal['sms']>
  readonly isBusy: boolean
}

/** Where the message went and until when it counts; the countdown is the platform's instant, so it survives a restart. */
export function SmsSent({ renewalId, sms, isBusy }: SmsSentProps) {
  const { t } = useTranslation('renewal')
  const requestSms = useRenewals((state) => state.requestSms)
  const waitSeconds = useCountdown(sms.resendAt)
  const isExpired = useCountdown(sms.expiresAt) === 0
  const { maskedPhone } = sms
  const expiresAt = localTime(new Date(sms.expiresAt))
  return (
    <div className="sms-sent">
      <p>{isExpired ? t('verify.expired', { maskedPhone }) : t('verify.sentTo', { maskedPhone, expiresAt })}</p>
      <Button disabled={waitSeconds > 0 || isBusy} onClick={() => void requestSms(renewalId)}>
        {waitSeconds > 0 ? t('verify.resendIn', { seconds: waitSeconds }) : t('verify.resend')}
      </Button>
    </div>
  )
}
