import { useTranslation } from 'react-i18next'
import type { PlatformCertificate } from '../../shared/ipc/models-platform.ts'
import { ListTable } from '../platform/list-table.tsx'
import { useColumns } from './use-columns.tsx'

export interface CertificateListProps {
  readonly items: readonly PlatformCertificate[]
  readonly onDetails: (certificate: PlatformCertificate) => void
}

/** The certificates side by side; every text wraps, nothing is cut. */
export function CertificateTable({ items, onDetails }: CertificateListProps) {
  const { t } = useTranslation('platform')
  const columns = useColumns(onDetails)
  return <ListTable className="certificate-table" label={t('certificates.label')} items={items} columns={columns} />
}
