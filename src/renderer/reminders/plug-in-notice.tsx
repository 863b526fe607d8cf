import { useTranslation } from 'react-i18next'
import { useCertificates } from '../certificates/certificates-store.ts'
import { useReminders } from './reminders-store.ts'

/** Which key to plug in for the renewal that a reminder has led to; gone when it is there. */
export function PlugInNotice() {
  const { t } = useTranslation('reminders')
  const awaited = useReminders((state) => state.awaited)
  const dismiss = useReminders((state) => state.awaitKey)
  const isThere = useCertificates((state) =>
    state.overview?.cards.some(({ certificates }) => certificates.some(({ id }) => id === awaited?.id)),
  )
  if (awaited === undefined || isThere === true) return null
  const { holder, cardNumber } = awaited
  return (
    <section className="notice notice-warn banner" role="status">
      <p>{t('plugIn', { holder, cardNumber })}</p>
      <button type="button" className="banner-action" onClick={() => dismiss(undefined)}>
        {t('dismiss')}
      </button>
    </section>
  )
}
