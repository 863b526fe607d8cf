import { useTranslation } from 'react-i18next'
import { durationParts } from './duration.ts'

const units = ['days', 'hours', 'minutes', 'seconds'] as const

/** Words for a span: its two largest units. */
export function useDuration(): (durationMs: number) => string {
  const { t } = useTranslation()
  return (durationMs) => {
    const parts = durationParts(durationMs)
    return units
      .filter((unit) => parts[unit] > 0)
      .slice(0, 2)
      .map((unit) => t(`duration.${unit}`, { count: parts[unit] }))
      .join(' ')
  }
}
