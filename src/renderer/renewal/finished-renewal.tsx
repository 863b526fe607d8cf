import { useTranslation } from 'react-i18next'
import type { Renewal } from '../../shared/ipc/models.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
import { Button } from '../components/button.tsx'
import { ReceiptButton } from './receipt-button.tsx'
import { ReceiptFailure } from './receipt-failure.tsx'
import { useRenewals } from './renewal-store.ts'

/** One renewal that has ended: how, with its receipt where there is one. */
export function FinishedRenewal({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation(['renewal', 'certificates'])
  const resume = useRenewals((state) => state.resume)
  const labelled = (action: string) => t('certificates:actionFor', { action, holder: renewal.holder })
  return (
    <li className="list-row">
      <div className="list-text">
        <p className="list-holder">{renewal.holder}</p>
        <Outcome renewal={renewal} />
      </div>
      <ReceiptButton renewal={renewal} label={labelled(t('receipt.save'))} />
      <Button aria-label={labelled(t('list.open'))} onClick={() => resume(renewal.id)}>
        {t('list.open')}
      </Button>
      <ReceiptFailure renewalId={renewal.id} />
    </li>
  )
}

function Outcome({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation(['renewal', 'common'])
  const kind = t(`kind.${renewal.kind}`)
  const at = localDateTime(new Date(renewal.finishedAt ?? renewal.startedAt))
  const notAfter = renewal.new === undefined ? undefined : localDateTime(new Date(renewal.new.notAfter))
  return (
    <p className="soft">
      {at}
      {t('common:separator')}
      {renewal.state === 'completed' && notAfter !== undefined
        ? t('list.completed', { kind, notAfter })
        : t('list.abandoned', { kind })}
    </p>
  )
}
