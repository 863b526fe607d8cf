import { useTranslation } from 'react-i18next'
import { Fields } from '../../components/fields.tsx'
import { SealActions } from './seal-actions.tsx'
import { SealPicture } from './seal-picture.tsx'
import { SealState } from './seal-state.tsx'
import type { SealListProps } from './seal-table.tsx'
import { useSealFields } from './use-seal-fields.ts'

/** The same as the table, one below the other: for a small window and a large scale. */
export function SealCards({ items, ...actions }: SealListProps) {
  const { t } = useTranslation('seals')
  const fields = useSealFields()
  return (
    <ul className="platform-cards" aria-label={t('label')}>
      {items.map((seal) => (
        <li key={seal.id} className="panel platform-card">
          <div className="seal-card-top">
            <SealPicture seal={seal} />
            <div className="platform-card-name">
              <p className="seal-name">{seal.name}</p>
              <SealState seal={seal} />
            </div>
          </div>
          <Fields fields={fields(seal)} />
          <SealActions seal={seal} {...actions} />
        </li>
      ))}
    </ul>
  )
}
