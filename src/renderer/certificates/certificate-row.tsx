import { useTranslation } from 'react-i18next'
import type { Certificate } from '../../shared/ipc/models.ts'
import { serialGroups, shortSerial } from '../format/grouped.ts'
import { StatusTag } from './status-tag.tsx'
import { ValidityBar } from './validity-bar.tsx'

interface CertificateRowProps {
  readonly certificate: Certificate
  readonly now: Date
  /** The status above the rows; a row says its own when it differs. */
  readonly cardStatus: Certificate['status']
}

/** One certificate of a pair. */
export function CertificateRow({ certificate, now, cardStatus }: CertificateRowProps) {
  const { t } = useTranslation('certificates')
  const { usage, algorithm, status, serialNumber } = certificate
  return (
    <div className="pair-row">
      <p className="pair-title">
        <span className="tag">{t(`usage.${usage}`)}</span>
        {algorithm !== '' && <span className="tag">{algorithm}</span>}
        {status !== cardStatus && <StatusTag status={status} />}
        <span className="soft" title={serialGroups(serialNumber)}>
          {t('meta.serial', { value: shortSerial(serialNumber) })}
        </span>
      </p>
      <ValidityBar certificate={certificate} now={now} />
    </div>
  )
}
