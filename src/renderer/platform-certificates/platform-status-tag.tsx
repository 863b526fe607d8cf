import { useTranslation } from 'react-i18next'
import type { PlatformCertificate } from '../../shared/ipc/models-platform.ts'

const tones: Readonly<Record<PlatformCertificate['status'], 'good' | 'warn' | 'bad' | 'none'>> = {
  valid: 'good',
  expiring: 'warn',
  expired: 'bad',
  revoked: 'bad',
  superseded: 'none',
}

/** The platform's word on a certificate. */
export function PlatformStatusTag({ status }: Pick<PlatformCertificate, 'status'>) {
  const { t } = useTranslation('platform')
  return <span className={`tag tag-${tones[status]}`}>{t(`certificates.status.${status}`)}</span>
}
