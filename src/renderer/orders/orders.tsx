import { useTranslation } from 'react-i18next'
import { EmptyPanel } from '../platform/empty-panel.tsx'
import { Filter } from '../platform/filter.tsx'
import { ListFrame } from '../platform/list-frame.tsx'
import { RefreshButton } from '../platform/refresh-button.tsx'
import { useList } from '../platform/use-list.ts'
import { OrderItem } from './order-item.tsx'
import { useOrders } from './orders-store.ts'

const filters = ['active', 'ended'] as const

/** Orders under way, or those that have ended. */
export function Orders() {
  const { t } = useTranslation('orders')
  const list = useList(useOrders)
  const filter = list.query.active ? 'active' : 'ended'
  const isOffered = list.shown !== undefined || list.isLoading
  return (
    <div className="orders">
      {isOffered && (
        <div className="filters">
          <Filter
            label={t('filter.label')}
            options={filters.map((value) => ({ value, label: t(`filter.${value}`) }))}
            value={filter}
            onChange={(value) => void list.ask({ active: value === 'active' })}
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
    </div>
  )
}
