import { useTranslation } from 'react-i18next'
import { localDateTime } from '../../shared/format/date-time.ts'
import { useRenewals } from './renewal-store.ts'

/** Records that cannot be read any more: nothing is lost, and the way back is the ordinary one. */
export function DamagedAlert() {
  const { t } = useTranslation(['renewal', 'common'])
  const damaged = useRenewals((state) => state.damaged)
  if (damaged.length === 0) return null
  const times = damaged.map(({ at }) => localDateTime(new Date(at))).join(t('common:list'))
  return (
    <div className="notice notice-warn" role="alert">
      <p className="notice-title">{t('list.damagedTitle', { count: damaged.length })}</p>
      <p>{t('list.damagedText')}</p>
      <p className="notice-code">{t('list.damagedAt', { times })}</p>
    </div>
  )
}
