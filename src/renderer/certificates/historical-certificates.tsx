import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Certificate } from '../../shared/ipc/models.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
import { serialGroups, shortSerial } from '../format/grouped.ts'
import { historicalUsage } from './card.ts'

/** Quiet, without a status or a button: these are not renewed, they only open old files. */
export function HistoricalCertificates({ certificates }: { readonly certificates: readonly Certificate[] }) {
  const { t } = useTranslation('certificates')
  const headingId = useId()
  if (certificates.length === 0) return null
  const isMixed = certificates.some(({ usage }) => usage !== 'encryption')
  return (
    <section className="historical" aria-labelledby={headingId}>
      <h4 id={headingId}>{t(isMixed ? 'historical.headingBoth' : 'historical.heading')}</h4>
      <ul>
        {certificates.map((certificate) => (
          <HistoricalRow key={certificate.id} certificate={certificate} isNamed={isMixed} />
        ))}
      </ul>
    </section>
  )
}

interface RowProps {
  readonly certificate: Certificate
  /** Says what it was for. */
  readonly isNamed: boolean
}

function HistoricalRow({ certificate, isNamed }: RowProps) {
  const { t } = useTranslation('certificates')
  const { serialNumber } = certificate
  const moment = (instant: string | undefined) =>
    instant === undefined ? t('unknownDate') : localDateTime(new Date(instant))
  const dates = { notBefore: moment(certificate.notBefore), notAfter: moment(certificate.notAfter) }
  return (
    <li className="historical-row">
      {isNamed && <span>{t(historicalUsage(certificate))}</span>}
      <span title={serialGroups(serialNumber)}>{t('meta.serial', { value: shortSerial(serialNumber) })}</span>
      <span>{t('historical.dates', dates)}</span>
    </li>
  )
}
