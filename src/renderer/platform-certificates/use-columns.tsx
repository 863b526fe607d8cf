import type { TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlatformCertificate } from '../../shared/ipc/models-platform.ts'
import { localDate, localTime } from '../../shared/format/date-time.ts'
import { CertificateName } from './certificate-name.tsx'
import { KeyCell } from './key-cell.tsx'
import { PlatformStatusTag } from './platform-status-tag.tsx'
import { useCells } from './use-cells.ts'

type Columns = TableColumnsType<PlatformCertificate>

/** The columns of the list, with the widths that they need beside each other. */
export function useColumns(onDetails: (certificate: PlatformCertificate) => void): Columns {
  const { t } = useTranslation('platform')
  const organisation = useOrganisationColumns()
  const state = useStateColumns()
  return [
    ...organisation,
    {
      key: 'name',
      title: t('certificates.column.commonName'),
      width: '15%',
      rowScope: 'row',
      render: (_, certificate) => <CertificateName certificate={certificate} onDetails={onDetails} />,
    },
    ...state,
    {
      key: 'key',
      title: t('certificates.column.key'),
      width: '15%',
      render: (_, certificate) => <KeyCell certificate={certificate} />,
    },
  ]
}

function useOrganisationColumns(): Columns {
  const { t } = useTranslation('platform')
  const cells = useCells()
  return [
    {
      key: 'id',
      title: t('certificates.column.id'),
      width: '9%',
      render: (_, { id }) => <span className="id">{id}</span>,
    },
    { key: 'application', title: t('certificates.column.applicationType'), width: '9%', dataIndex: 'applicationType' },
    {
      key: 'organisation',
      title: <Two first={t('certificates.column.organisation')} second={t('certificates.column.creditCode')} />,
      width: '18%',
      render: (_, one) => <Two first={cells.organisation(one)} second={cells.creditCode(one)} />,
    },
  ]
}

function useStateColumns(): Columns {
  const { t } = useTranslation('platform')
  const cells = useCells()
  return [
    { key: 'card', title: t('certificates.column.cardNumber'), width: '8%', render: (_, one) => cells.cardNumber(one) },
    {
      key: 'status',
      title: <Two first={t('certificates.column.status')} second={t('certificates.column.statusDetail')} />,
      width: '12%',
      render: (_, { status, statusDetail }) => (
        <Two first={<PlatformStatusTag status={status} />} second={statusDetail} />
      ),
    },
    {
      key: 'validity',
      title: t('certificates.column.validity'),
      width: '14%',
      render: (_, { notBefore, notAfter }) => (
        <>
          <Moment instant={notBefore} />
          <Moment instant={notAfter} />
        </>
      ),
    },
  ]
}

/** A date and a time, never broken inside either. */
function Moment({ instant }: { readonly instant: string }) {
  const at = new Date(instant)
  return (
    <span className="moment">
      <span className="nowrap">{localDate(at)}</span> <span className="nowrap">{localTime(at)}</span>
    </span>
  )
}

interface TwoProps {
  readonly first: ReactNode
  readonly second: ReactNode
}

/** Two things that belong together, one below the other. */
function Two({ first, second }: TwoProps) {
  return (
    <>
      {first}
      <span className="second">{second}</span>
    </>
  )
}
