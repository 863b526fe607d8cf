import { useTranslation } from 'react-i18next'
import { isFinished } from '../../shared/renewal-steps.ts'
import { FinishedRenewal } from '../renewal/finished-renewal.tsx'
import { useRenewals } from '../renewal/renewal-store.ts'

/** What was completed or given up on this computer, newest first, with its receipts: needs neither login nor network. */
export function LocalRecords() {
  const { t } = useTranslation('orders')
  const renewals = useRenewals((state) => state.renewals)
  const ended = renewals
    .filter(({ state }) => isFinished(state))
    .sort((one, other) => (other.finishedAt ?? other.startedAt).localeCompare(one.finishedAt ?? one.startedAt))
  if (ended.length === 0) return null
  return (
    <section className="list-section">
      <h2>{t('local.title')}</h2>
      <p className="soft">{t('local.text')}</p>
      <ul className="panel list">
        {ended.map((renewal) => (
          <FinishedRenewal key={renewal.id} renewal={renewal} />
        ))}
      </ul>
    </section>
  )
}
