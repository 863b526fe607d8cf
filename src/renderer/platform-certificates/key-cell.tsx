import { useTranslation } from 'react-i18next'
import type { PlatformCertificate } from '../../shared/ipc/models-platform.ts'
import type { Certificate } from '../../shared/ipc/models.ts'
import { useCertificates } from '../certificates/certificates-store.ts'
import { useRenewalOf } from '../certificates/use-renewal-of.ts'
import { Button } from '../components/button.tsx'
import { cardGroups } from '../format/grouped.ts'
import { matchCertificate } from '../platform/match-certificate.ts'

/** Is the certificate on a key that is plugged in, and what can be done with it there? */
export function KeyCell({ certificate }: { readonly certificate: PlatformCertificate }) {
  const { t } = useTranslation('platform')
  const match = useCertificates((state) => matchCertificate(state.overview, certificate))
  if (match === undefined) return <Absent certificate={certificate} />
  return (
    <div className="key-cell">
      <span className="tag tag-good tag-wrapping">{t('key.here')}</span>
      <Action certificate={certificate} match={match} />
    </div>
  )
}

interface ActionProps {
  readonly certificate: PlatformCertificate
  readonly match: Certificate
}

/** The platform decides whether, the dates on the key decide what. */
function Action({ certificate, match }: ActionProps) {
  const { t } = useTranslation(['platform', 'certificates'])
  const { unfinished, open } = useRenewalOf(match)
  if (certificate.usage === 'encryption') return <WithSigning certificate={certificate} />
  if (unfinished === undefined && !canProceed(certificate)) return null
  const offer = unfinished === undefined ? match.action : 'resume'
  if (offer === 'none') return <span className="second">{t('key.refused')}</span>
  const action = t(`certificates:action.${offer}`)
  return (
    <Button
      type={certificate.status === 'valid' ? 'default' : 'primary'}
      size="small"
      aria-label={t('certificates:actionFor', { action, holder: certificate.commonName })}
      onClick={open}
    >
      {action}
    </Button>
  )
}

function Absent({ certificate }: { readonly certificate: PlatformCertificate }) {
  const { t } = useTranslation('platform')
  const { usage, cardNumber } = certificate
  if (usage === 'encryption') return <WithSigning certificate={certificate} />
  if (!canProceed(certificate)) return null
  return (
    <span className="second">
      {cardNumber === undefined ? t('key.insertAny') : t('key.insert', { cardNumber: cardGroups(cardNumber) })}
    </span>
  )
}

function WithSigning({ certificate: { status } }: { readonly certificate: PlatformCertificate }) {
  const { t } = useTranslation('platform')
  return status === 'expiring' || status === 'expired' ? <span className="second">{t('key.withSigning')}</span> : null
}

function canProceed({ renewable, activeOrderId }: PlatformCertificate): boolean {
  return renewable || activeOrderId !== undefined
}
