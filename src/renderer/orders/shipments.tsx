import { useTranslation } from 'react-i18next'
import type { Shipment } from '../../shared/ipc/models-platform.ts'
import { CopyButton } from '../components/copy-button.tsx'
import { Fields } from '../components/fields.tsx'
import { localDateTime } from '../../shared/format/date-time.ts'
import { EmptyPanel } from '../platform/empty-panel.tsx'
import { ListFrame } from '../platform/list-frame.tsx'
import { RefreshButton } from '../platform/refresh-button.tsx'
import { useList } from '../platform/use-list.ts'
import { useShipments } from './orders-store.ts'

const tones = { preparing: 'warn', shipped: 'warn', delivered: 'good', returned: 'bad' } as const

/** 快递, to read. */
export function Shipments() {
  const { t } = useTranslation('orders')
  const list = useList(useShipments)
  return (
    <div className="orders">
      <div className="filters">
        <span className="filters-space" />
        <RefreshButton list={list} />
      </div>
      <ListFrame
        list={list}
        about="orders"
        empty={<EmptyPanel title={t('shipment.nothing')} text={t('shipment.nothingText')} />}
      >
        <ul className="panel list">
          {list.shown?.items.map((shipment) => (
            <ShipmentItem key={shipment.id} shipment={shipment} />
          ))}
        </ul>
      </ListFrame>
    </div>
  )
}

function ShipmentItem({ shipment }: { readonly shipment: Shipment }) {
  const { t } = useTranslation('orders')
  const { content, state } = shipment
  const moment = (instant: string | undefined) => instant && localDateTime(new Date(instant))
  const fields = [
    { name: t('shipment.carrier'), value: shipment.carrier },
    {
      name: t('shipment.trackingNumber'),
      value: shipment.trackingNumber && <Tracking number={shipment.trackingNumber} />,
    },
    { name: t('shipment.createdAt'), value: moment(shipment.createdAt) },
    { name: t('shipment.shippedAt'), value: moment(shipment.shippedAt) },
    { name: t('shipment.deliveredAt'), value: moment(shipment.deliveredAt) },
    { name: t('shipment.order'), value: shipment.orderId },
  ]
  return (
    <li className="list-row">
      <div className="list-text">
        <h2 className="order-name">
          <span className="holder-name">{content}</span>
          <span className={`tag tag-${tones[state]}`}>{t(`shipment.state.${state}`)}</span>
        </h2>
        <Fields className="shipment-fields" fields={fields.filter(({ value }) => value !== undefined)} />
      </div>
    </li>
  )
}

/** To be looked up at the carrier's. */
function Tracking({ number }: { readonly number: string }) {
  const { t } = useTranslation('orders')
  return (
    <span className="tracking">
      {number}
      <CopyButton text={number} label={t('shipment.copy')} name={t('shipment.copyNumber', { number })} size="small" />
    </span>
  )
}
