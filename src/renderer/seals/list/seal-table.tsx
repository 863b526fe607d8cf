import type { TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SealModel } from '../../../shared/ipc/models-seals.ts'
import { ListTable } from '../../platform/list-table.tsx'
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
  return <ListTable className="certificate-table seal-table" label={t('label')} items={items} columns={columns} />
}

function useColumns(actions: SealListActions): TableColumnsType<SealModel> {
  const { t } = useTranslation('seals')
  const words = useSealWords()
  return [
    { key: 'picture', title: t('column.picture'), width: 76, render: (_, seal) => <SealPicture seal={seal} /> },
    { key: 'type', title: t('column.type'), width: '10%', render: (_, seal) => words.type(seal) },
    {
      key: 'name',
      title: t('column.name'),
      width: '17%',
      rowScope: 'row',
      render: (_, { name }) => <span className="seal-name">{name}</span>,
    },
    { key: 'card', title: t('column.cardNumber'), width: '11%', render: (_, seal) => words.cardNumber(seal) },
    {
      key: 'organisation',
      title: t('column.organisation'),
      width: '17%',
      render: (_, seal) => words.organisation(seal),
    },
    {
      key: 'applicant',
      title: <Two first={t('column.department')} second={t('column.applicant')} />,
      width: '11%',
      render: (_, seal) => <Two first={words.department(seal)} second={words.applicant(seal)} />,
    },
    { key: 'state', title: t('column.state'), width: '18%', render: (_, seal) => <SealState seal={seal} /> },
    {
      key: 'actions',
      title: t('column.actions'),
      width: 96,
      render: (_, seal) => <SealActions seal={seal} {...actions} />,
    },
  ]
}

interface TwoProps {
  readonly first: string
  readonly second: string
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
