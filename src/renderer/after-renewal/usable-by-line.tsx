import { useTranslation } from 'react-i18next'
import type { Certificate } from '../../shared/ipc/models.ts'
import { useAfterRenewal } from './after-renewal-store.ts'
import { useMonthDayTime } from './use-month-day-time.ts'

/** So long after that moment what to do is still said on the card; then it is to be found in the renewal's result. */
const remindedMs = 3 * 86_400_000

interface UsableByLineProps {
  readonly certificate: Certificate
  readonly now: Date
}

/** On the card of a certificate that was renewed a moment ago: from when on it works everywhere, and what to do else. */
export function UsableByLine({ certificate, now }: UsableByLineProps) {
  const { t } = useTranslation('afterRenewal')
  const said = useMonthDayTime()
  const entry = useAfterRenewal(({ entries }) =>
    entries.find(({ serialNumber }) => serialNumber !== undefined && serialNumber === certificate.serialNumber),
  )
  if (entry === undefined) return null
  const overMs = now.getTime() - Date.parse(entry.usableBy)
  if (overMs >= remindedMs) return null
  const at = said(entry.usableBy)
  if (overMs >= 0) return <p className="soft usable-by">{t('due')}</p>
  return <p className="soft usable-by">{t(entry.isApproximate ? 'waitingApproximate' : 'waiting', { at })}</p>
}
