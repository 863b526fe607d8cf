import { useTranslation } from 'react-i18next'
import { localDateTime } from '../../shared/format/date-time.ts'
import type { Certificate } from '../../shared/ipc/models.ts'
import { isTooEarly } from './card.ts'

/** The earliest moment of a renewal, as long as it is to come and the platform has told it. */
export function RenewalWindow({ certificate, now }: { readonly certificate: Certificate; readonly now: Date }) {
  const { t } = useTranslation('reminders')
  const { renewableFrom } = certificate
  if (renewableFrom === undefined || !isTooEarly(certificate, now)) return null
  return <p className="soft">{t('from', { at: localDateTime(new Date(renewableFrom)) })}</p>
}
