import { useTranslation } from 'react-i18next'
import { shortSeconds } from '../format/duration.ts'
import { useEnvironment } from './environment-store.ts'
import { countStates, statesByWeight, worstState } from './summary.ts'

const tones = {
  blocked: 'bad',
  attention: 'warn',
  unknown: 'unknown',
  ok: 'good',
  'not-applicable': 'unknown',
  running: 'info',
  failed: 'unknown',
} as const

/** What it all means: whether a renewal can be begun. While it runs, how far it is; the region stays, so that it is read out. */
export function EnvironmentBanner() {
  const { t } = useTranslation(['environment', 'common'])
  const results = useEnvironment((state) => state.results)
  const names = useEnvironment((state) => state.names)
  const ended = useEnvironment((state) => state.ended)
  const isCutShort = useEnvironment((state) => state.isCutShort)
  const counts = countStates(results)
  const unended = isCutShort ? 'failed' : 'running'
  const state = ended === undefined ? unended : worstState(results)
  const counted = statesByWeight
    .filter((one) => counts[one] > 0)
    .map((one) => t(`counts.${one}`, { count: counts[one] }))
  const progress = isCutShort ? counted : [t('progress', { done: results.length, total: names.length })]
  const parts = ended === undefined ? progress : [...counted, t('took', { seconds: shortSeconds(ended.durationMs) })]
  const words = state === 'not-applicable' ? 'unknown' : state
  const count = state === 'attention' ? counts.attention : counts.unknown
  return (
    <div className={`environment-banner environment-banner-${tones[state]}`} role="status">
      <strong>{t(`summary.${words}`, { count })}</strong>
      <span>{parts.join(t('common:separator'))}</span>
    </div>
  )
}
