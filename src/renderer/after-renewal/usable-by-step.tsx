import { useTranslation } from 'react-i18next'
import { useNow } from '../components/use-now.ts'
import { useAfterRenewal } from './after-renewal-store.ts'
import { useMonthDayTime } from './use-month-day-time.ts'

/** On the result page: until when “证书未生效或者用户不存在” is normal, and what to do after that. */
export function UsableByStep({ renewalId }: { readonly renewalId: string }) {
  const { t } = useTranslation(['afterRenewal', 'renewal'])
  const now = useNow()
  const said = useMonthDayTime()
  const entry = useAfterRenewal(({ entries }) => entries.find((one) => one.renewalId === renewalId))
  if (entry === undefined) return <>{t('result.waitUnknown')}</>
  const at = said(entry.usableBy)
  if (now.getTime() >= Date.parse(entry.usableBy)) return <>{t('result.due', { at })}</>
  // The word 遇节假日顺延 belongs to a year whose holidays are not known yet.
  return <>{entry.isApproximate ? t('renewal:result.wait', { at }) : t('result.wait', { at })}</>
}
