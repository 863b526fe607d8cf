import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PlatformCertificate } from '../../shared/ipc/models-platform.ts'
import { useColumns } from './use-columns.tsx'

export interface CertificateListProps {
  readonly items: readonly PlatformCertificate[]
  readonly onDetails: (certificate: PlatformCertificate) => void
}

/** The certificates side by side; every text wraps, nothing is cut. */
export function CertificateTable({ items, onDetails }: CertificateListProps) {
  const { t } = useTranslation('platform')
  const columns = useColumns(onDetails)
  return (
    <Table
      className="certificate-table"
      aria-label={t('certificates.label')}
      dataSource={[...items]}
      columns={columns}
      rowKey="id"
      size="small"
      tableLayout="fixed"
      pagination={false}
    />
  )
}
