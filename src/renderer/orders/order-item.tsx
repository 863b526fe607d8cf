import { useTranslation } from 'react-i18next'
import type { PlatformOrder } from '../../shared/ipc/models-platform.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
import { cardGroups } from '../format/grouped.ts'
import { ReceiptFailure } from '../renewal/receipt-failure.tsx'
import { OrderAction } from './order-action.tsx'
import { isEnded, orderTones } from './order-state.ts'
import { useLocalRenewal } from './use-local-renewal.ts'

/** One order: whose certificate, how far it is, and the way to go on. */
export function OrderItem({ order }: { readonly order: PlatformOrder }) {
  const { t } = useTranslation('orders')
  const renewal = useLocalRenewal(order)
  const { certificate, kind, state, rejection } = order
  return (
    <li className="list-row">
      <div className="list-text">
        <h2 className="order-name">
          <span className="holder-name">{certificate?.commonName ?? t('unnamed')}</span>
          <span className="tag">{t(`kind.${kind}`)}</span>
          <span className={`tag tag-${orderTones[state]}`}>{t(`state.${state}`)}</span>
        </h2>
        {rejection !== undefined && <p className="order-rejection">{t('rejection', { reason: rejection })}</p>}
        <OrderMeta order={order} />
      </div>
      <OrderAction order={order} renewal={renewal} />
      {renewal !== undefined && <ReceiptFailure renewalId={renewal.id} />}
    </li>
  )
}

function OrderMeta({ order }: { readonly order: PlatformOrder }) {
  const { t } = useTranslation('orders')
  const { certificate, createdAt, expiresAt, endedAt, state, id } = order
  const moment = (instant: string) => ({ at: localDateTime(new Date(instant)) })
  const cardNumber = certificate?.cardNumber
  return (
    <ul className="meta">
      {cardNumber !== undefined && <li>{t('card', { cardNumber: cardGroups(cardNumber) })}</li>}
      <li>{t('createdAt', moment(createdAt))}</li>
      {endedAt !== undefined && <li>{t('endedAt', moment(endedAt))}</li>}
      {!isEnded(state) && <li>{t('expiresAt', moment(expiresAt))}</li>}
      <li>{t('id', { id })}</li>
    </ul>
  )
}
