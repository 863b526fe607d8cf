import { Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SealModel } from '../../../shared/ipc/models-seals.ts'
import { SealActions, type SealListActions } from './seal-actions.tsx'
import { SealPicture } from './seal-picture.tsx'
import { SealState } from './seal-state.tsx'
import { useSealWords } from './use-seal-words.ts'

export interface SealListProps extends SealListActions {
  readonly items: readonly SealModel[]
}

/** The seals side by side; every text wraps, nothing is cut. */
export function SealTable({ items, ...actions }: SealListProps) {
  const { t } = useTranslation('seals')
  const columns = useColumns(actions)
  return (
    <Table
      className="certificate-table seal-table"
      aria-label={t('label')}
      dataSource={[...items]}
      columns={columns}
      rowKey="id"
      size="small"
      tableLayout="fixed"
      pagination={false}
    />
  )
}

function useColumns(actions: SealListActions): TableColumnsType<SealModel> {
  const { t } = useTranslation('seals')
  const words = useSealWords()
  return [
    { key: 'picture', title: t('column.picture'), width: 80, render: (_, seal) => <SealPicture seal={seal} /> },
    { key: 'type', title: t('column.type'), width: '11%', render: (_, seal) => words.type(seal) },
    {
      key: 'name',
      title: t('column.name'),
      width: '16%',
      rowScope: 'row',
      render: (_, { name }) => <span className="seal-name">{name}</span>,
    },
    { key: 'card', title: t('column.cardNumber'), width: '10%', render: (_, seal) => words.cardNumber(seal) },
    {
      key: 'organisation',
      title: t('column.organisation'),
      width: '15%',
      render: (_, seal) => words.organisation(seal),
    },
    { key: 'department', title: t('column.department'), width: '9%', render: (_, seal) => words.department(seal) },
    { key: 'applicant', title: t('column.applicant'), width: '8%', render: (_, seal) => words.applicant(seal) },
    { key: 'state', title: t('column.state'), render: (_, seal) => <SealState seal={seal} /> },
    {
      key: 'actions',
      title: t('column.actions'),
      width: 108,
      render: (_, seal) => <SealActions seal={seal} {...actions} />,
    },
  ]
}
