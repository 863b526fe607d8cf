import { useTranslation } from 'react-i18next'
import { localDateTime } from '../../shared/format/date-time.ts'
import { usePlatform } from './platform-store.ts'

/** How the platform is, in a few words, and when that is to end. */
export function usePlatformStateWords(): { readonly words: string; readonly until?: string } {
  const { t } = useTranslation('platform')
  const { state, until } = usePlatform((platform) => platform.status)
  if (state !== 'maintenance' || until === undefined) return { words: t(`state.${state}`) }
  return { words: t('state.maintenanceUntil'), until: localDateTime(new Date(until)) }
}
