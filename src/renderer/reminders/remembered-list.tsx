import { useTranslation } from 'react-i18next'
import type { ReminderReport } from '../../shared/ipc/models-reminders.ts'
import { Button } from '../components/button.tsx'
import { useNow } from '../components/use-now.ts'
import { RememberedRow } from './remembered-row.tsx'
import { useReminders } from './reminders-store.ts'

/** What is remembered of keys, also of those in a drawer. */
export function RememberedList({ report }: { readonly report: ReminderReport }) {
  const { t } = useTranslation('reminders')
  const now = useNow()
  const forgetAll = useReminders((state) => state.forgetAll)
  const { certificates } = report
  return (
    <section className="remembered" aria-labelledby="remembered-title">
      <div className="panel-head">
        <h3 id="remembered-title" className="label">
          {t('remembered')}
        </h3>
        {certificates.length > 1 && <Button onClick={() => void forgetAll()}>{t('forgetAll')}</Button>}
      </div>
      <p className="soft hint">{t('rememberedHint')}</p>
      {certificates.length === 0 && <p className="remembered-empty">{t('empty')}</p>}
      <ul>
        {certificates.map((certificate) => (
          <RememberedRow key={certificate.fingerprint} certificate={certificate} now={now} isOn={report.isOn} />
        ))}
      </ul>
    </section>
  )
}
