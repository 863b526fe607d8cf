import { useTranslation } from 'react-i18next'
import type { PlatformCertificate } from '../../shared/ipc/models-platform.ts'
import { Fields } from '../components/fields.tsx'
import { CertificateName } from './certificate-name.tsx'
import type { CertificateListProps } from './certificate-table.tsx'
import { KeyCell } from './key-cell.tsx'
import { PlatformStatusTag } from './platform-status-tag.tsx'
import { useCells } from './use-cells.ts'

/** The same as the table, one below the other: for a small window and a large scale. */
export function CertificateCards({ items, onDetails }: CertificateListProps) {
  const { t } = useTranslation('platform')
  return (
    <ul className="platform-cards" aria-label={t('certificates.label')}>
      {items.map((certificate) => (
        <li key={certificate.id} className="panel platform-card">
          <div className="platform-card-top">
            <div className="platform-card-name">
              <CertificateName certificate={certificate} onDetails={onDetails} />
            </div>
            <PlatformStatusTag status={certificate.status} />
          </div>
          <CardFields certificate={certificate} />
          <KeyCell certificate={certificate} />
        </li>
      ))}
    </ul>
  )
}

function CardFields({ certificate }: { readonly certificate: PlatformCertificate }) {
  const { t } = useTranslation('platform')
  const cells = useCells()
  const from = cells.notBefore(certificate)
  const fields = [
    { name: t('certificates.column.statusDetail'), value: certificate.statusDetail },
    { name: t('certificates.column.organisation'), value: cells.organisation(certificate) },
    { name: t('certificates.column.creditCode'), value: cells.creditCode(certificate) },
    { name: t('certificates.column.cardNumber'), value: cells.cardNumber(certificate) },
    {
      name: t('certificates.column.validity'),
      value: t('certificates.range', { from, until: cells.notAfter(certificate) }),
    },
    { name: t('certificates.column.applicationType'), value: certificate.applicationType },
    { name: t('certificates.column.id'), value: certificate.id },
  ]
  return <Fields fields={fields.filter(({ value }) => value !== undefined)} />
}
