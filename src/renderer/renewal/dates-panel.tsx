import { useTranslation } from 'react-i18next'
import type { Renewal } from '../../shared/ipc/models.ts'
import { Fields } from '../components/fields.tsx'
import { localDateTime } from '../../shared/format/date-time.ts'
import { serialGroups } from '../format/grouped.ts'

interface DatesPanelProps {
  readonly title: string
  readonly dates: Renewal['old']
  readonly isNew?: boolean
}

export function DatesPanel({ title, dates, isNew = false }: DatesPanelProps) {
  const { t } = useTranslation('renewal')
  const moment = (instant: string) => localDateTime(new Date(instant))
  const end = <strong className={isNew ? 'big-date new-end' : 'big-date'}>{moment(dates.notAfter)}</strong>
  return (
    <section className={isNew ? 'dates dates-new' : 'dates'}>
      <h3>{title}</h3>
      <Fields
        fields={[
          { name: t('fields.notBefore'), value: moment(dates.notBefore) },
          { name: t('fields.notAfter'), value: end },
          { name: t('fields.serial'), value: serialGroups(dates.serialNumber) },
        ]}
      />
    </section>
  )
}
