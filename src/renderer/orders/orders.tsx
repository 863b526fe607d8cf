import { useTranslation } from 'react-i18next'
import { EmptyPanel } from '../platform/empty-panel.tsx'
import { Filter } from '../platform/filter.tsx'
import { ListFrame } from '../platform/list-frame.tsx'
import { RefreshButton } from '../platform/refresh-button.tsx'
import { useList } from '../platform/use-list.ts'
import { LocalRecords } from './local-records.tsx'
import { OrderItem } from './order-item.tsx'
import { useOrders } from './orders-store.ts'

const filters = { active: true, ended: false, all: undefined } as const
const filterNames = ['active', 'ended', 'all'] as const

/** Orders under way, those that have ended, or all; without them, what was done on this computer. */
export function Orders() {
  const { t } = useTranslation('orders')
  const list = useList(useOrders)
  const filter = filterNames.find((name) => filters[name] === list.query.active) ?? 'all'
  const isOffered = list.shown !== undefined || list.isLoading
  return (
    <div className="orders">
      {isOffered && (
        <div className="filters">
          <Filter
            label={t('filter.label')}
            options={filterNames.map((value) => ({ value, label: t(`filter.${value}`) }))}
            value={filter}
            onChange={(value) => void list.ask({ active: filters[value] })}
          />
          <span className="filters-space" />
          <RefreshButton list={list} />
        </div>
      )}
      <ListFrame
        list={list}
        about="orders"
        empty={<EmptyPanel title={t(`nothing.${filter}`)} text={t(`nothingText.${filter}`)} />}
      >
        <ul className="panel list">
          {list.shown?.items.map((order) => (
            <OrderItem key={order.id} order={order} />
          ))}
        </ul>
      </ListFrame>
      {list.shown === undefined && !list.isLoading && <LocalRecords />}
    </div>
  )
}
