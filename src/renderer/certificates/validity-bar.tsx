import { useTranslation } from 'react-i18next'
import type { Certificate } from '../../shared/ipc/models.ts'
import { elapsedShare } from '../../shared/validity.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
import { statusTones } from './status-tag.tsx'

interface ValidityBarProps {
  readonly certificate: Certificate
  readonly now: Date
}

/** From start to end with the time that has passed, and both dates below. */
export function ValidityBar({ certificate, now }: ValidityBarProps) {
  const { t } = useTranslation('certificates')
  if (certificate.notBefore === undefined || certificate.notAfter === undefined) return null
  const [notBefore, notAfter] = [new Date(certificate.notBefore), new Date(certificate.notAfter)]
  const percent = Math.round(elapsedShare({ notBefore, notAfter }, now) * 100)
  const dates = { notBefore: localDateTime(notBefore), notAfter: localDateTime(notAfter) }
  return (
    <div className="validity">
      <div className="validity-track" role="img" aria-label={t('validity', { ...dates, percent })}>
        <div className={`validity-fill validity-${statusTones[certificate.status]}`} style={{ width: `${percent}%` }} />
      </div>
      <dl className="validity-dates">
        <div>
          <dt>{t('notBefore')}</dt>
          <dd>{dates.notBefore}</dd>
        </div>
        <div>
          <dt>{t('notAfter')}</dt>
          <dd>{dates.notAfter}</dd>
        </div>
      </dl>
    </div>
  )
}
