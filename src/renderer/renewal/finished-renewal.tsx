import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Renewal } from '../../shared/ipc/models.ts'
import { localDateTime } from '../format/date-time.ts'
import { useRenewals } from './renewal-store.ts'

export function FinishedRenewal({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation(['renewal', 'certificates', 'common'])
  const resume = useRenewals((state) => state.resume)
  const kind = t(`kind.${renewal.kind}`)
  const at = localDateTime(new Date(renewal.finishedAt ?? renewal.startedAt))
  const notAfter = renewal.new === undefined ? undefined : localDateTime(new Date(renewal.new.notAfter))
  return (
    <li className="list-row">
      <div className="list-text">
        <p className="list-holder">{renewal.holder}</p>
        <p className="soft">
          {at}
          {t('common:separator')}
          {renewal.state === 'completed' && notAfter !== undefined
            ? t('list.completed', { kind, notAfter })
            : t('list.abandoned', { kind })}
        </p>
      </div>
      <Button
        aria-label={t('certificates:actionFor', { action: t('list.open'), holder: renewal.holder })}
        onClick={() => resume(renewal.id)}
      >
        {t('list.open')}
      </Button>
    </li>
  )
}
