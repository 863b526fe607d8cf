import { useTranslation } from 'react-i18next'
import type { Card, Certificate } from '../../shared/ipc/models.ts'
import { ChevronIcon } from '../components/icons.tsx'
import { urgentCertificates } from './card.ts'
import { daysLeft } from './days-left.ts'
import { useHolderName } from './use-holder-name.ts'
import { useRenewalOf } from './use-renewal-of.ts'

interface UrgentBannerProps {
  readonly cards: readonly Card[]
  readonly now: Date
}

/** The certificate that ends next comes first: it can still be renewed before anything stops working. */
export function UrgentBanner({ cards, now }: UrgentBannerProps) {
  const expiring = urgentCertificates(cards, 'expiring', now)
  const urgent = expiring.length > 0 ? expiring : urgentCertificates(cards, 'expired', now)
  const [first] = urgent
  return first === undefined ? null : <Banner certificate={first} total={urgent.length} now={now} />
}

interface BannerProps {
  readonly certificate: Certificate
  readonly total: number
  readonly now: Date
}

function Banner({ certificate, total, now }: BannerProps) {
  const { t } = useTranslation('certificates')
  const sentence = useSentence()
  const holderName = useHolderName()
  const { open } = useRenewalOf(certificate)
  const isExpired = certificate.status === 'expired'
  const words = t(`banner.${isExpired ? 'repair' : 'renewal'}`)
  return (
    <section className={`notice banner notice-${isExpired ? 'bad' : 'warn'}`} aria-label={words}>
      <p>{sentence({ certificate, total, now })}</p>
      <button
        type="button"
        className="banner-action"
        aria-label={t('actionFor', { action: words, holder: holderName(certificate) })}
        onClick={open}
      >
        {words} <ChevronIcon size={11} />
      </button>
    </section>
  )
}

function useSentence(): (props: BannerProps) => string {
  const { t } = useTranslation('certificates')
  return ({ certificate, total, now }) => {
    if (certificate.status === 'expired')
      return total === 1 ? t('banner.expired') : t('banner.expiredSeveral', { total })
    const left = daysLeft(certificate, now)
    if (left?.name !== 'left') return t('banner.today')
    return total === 1
      ? t('banner.expiring', { days: left.days })
      : t('banner.expiringSeveral', { total, days: left.days })
  }
}
