import { useTranslation } from 'react-i18next'
import { localDateTime } from '../format/date-time.ts'
import { usePlatform } from './platform-store.ts'

/** How the platform is, in a few words. */
export function usePlatformStateWords(): string {
  const { t } = useTranslation('platform')
  const { state, until } = usePlatform((platform) => platform.status)
  if (state !== 'maintenance' || until === undefined) return t(`state.${state}`)
  return t('state.maintenanceUntil', { until: localDateTime(new Date(until)) })
}
