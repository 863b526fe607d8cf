import { useTranslation } from 'react-i18next'
import type { Renewal } from '../../shared/ipc/models.ts'
import { Fields } from '../components/fields.tsx'
import { localDate } from '../../shared/format/date-time.ts'
import { cardGroups } from '../format/grouped.ts'

/** The facts of this renewal, beside every step. */
export function SidePanel({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation('renewal')
  const newEnd = renewal.new === undefined ? undefined : localDate(new Date(renewal.new.notAfter))
  const fields = [
    { name: t('side.cardNumber'), value: cardGroups(renewal.cardNumber) },
    { name: t('side.oldEnd'), value: localDate(new Date(renewal.old.notAfter)) },
    ...(newEnd === undefined ? [] : [{ name: t('side.newEnd'), value: <strong className="new-end">{newEnd}</strong> }]),
    ...(renewal.orderId === undefined ? [] : [{ name: t('side.orderId'), value: renewal.orderId }]),
    ...(renewal.encryption === 'none'
      ? []
      : [{ name: t('side.encryption'), value: t(`side.encryptionState.${renewal.encryption}`) }]),
  ]
  return (
    <aside className="side-panel">
      <h3>{t(`side.title.${renewal.kind}`)}</h3>
      <Fields fields={fields} />
      <p className="safe-note">{t('safe')}</p>
    </aside>
  )
}
