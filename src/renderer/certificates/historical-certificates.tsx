import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Certificate } from '../../shared/ipc/models.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
import { serialGroups, shortSerial } from '../format/grouped.ts'

/** Quiet, without a status or a button: these are not renewed, they only open old files. */
export function HistoricalCertificates({ certificates }: { readonly certificates: readonly Certificate[] }) {
  const { t } = useTranslation('certificates')
  const headingId = useId()
  if (certificates.length === 0) return null
  return (
    <section className="historical" aria-labelledby={headingId}>
      <h4 id={headingId}>{t('historical.heading')}</h4>
      <ul>
        {certificates.map((certificate) => (
          <HistoricalRow key={certificate.id} certificate={certificate} />
        ))}
      </ul>
    </section>
  )
}

function HistoricalRow({ certificate }: { readonly certificate: Certificate }) {
  const { t } = useTranslation('certificates')
  const { serialNumber } = certificate
  const moment = (instant: string | undefined) =>
    instant === undefined ? t('unknownDate') : localDateTime(new Date(instant))
  const dates = { notBefore: moment(certificate.notBefore), notAfter: moment(certificate.notAfter) }
  return (
    <li className="historical-row">
      <span title={serialGroups(serialNumber)}>{t('meta.serial', { value: shortSerial(serialNumber) })}</span>
      <span>{t('historical.dates', dates)}</span>
    </li>
  )
}
