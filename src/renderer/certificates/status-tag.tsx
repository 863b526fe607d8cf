import { useTranslation } from 'react-i18next'
import type { CertificateStatus } from '../../shared/validity.ts'

type Tone = 'good' | 'calm' | 'warn' | 'bad'

/** The colour that goes with the word. */
export const statusTones: Readonly<Record<CertificateStatus, Tone>> = {
  valid: 'good',
  'in-period': 'calm',
  expiring: 'warn',
  expired: 'bad',
  'not-yet-valid': 'warn',
  'no-private-key': 'bad',
  revoked: 'bad',
  untrusted: 'bad',
  unreadable: 'bad',
}

export function StatusTag({ status }: { readonly status: CertificateStatus }) {
  const { t } = useTranslation('certificates')
  return <span className={`tag tag-${statusTones[status]}`}>{t(`status.${status}`)}</span>
}
