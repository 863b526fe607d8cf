import { useTranslation } from 'react-i18next'
import type { Certificate } from '../../shared/ipc/models.ts'
import { isSameLocalDay, localDateTime, localTime } from '../../shared/format/date-time.ts'
import { daysLeft } from './days-left.ts'
import { statusTones } from './status-tag.tsx'

interface DaysLeftFigureProps {
  readonly certificate: Certificate
  readonly now: Date
}

/** The days in large type, in the colour of the status. */
export function DaysLeftFigure({ certificate, now }: DaysLeftFigureProps) {
  const { t } = useTranslation('certificates')
  const days = daysLeft(certificate, now)
  if (days === undefined) return null
  const tone = `days-${statusTones[certificate.status]}`
  switch (days.name) {
    case 'startsAt':
      return <p className={`days ${tone}`}>{t('days.startsAt', { at: shortMoment(days.at, now) })}</p>
    case 'today':
    case 'endedToday':
      return (
        <p className={`days ${tone}`}>
          <strong>{t(`days.${days.name}`)}</strong>
        </p>
      )
    case 'left':
    case 'ago':
      return (
        <p className={`days ${tone}`}>
          <strong>{days.days}</strong> <span>{t(`days.${days.name}`, { count: days.days })}</span>
        </p>
      )
  }
}

function shortMoment(at: Date, now: Date): string {
  return isSameLocalDay(at, now) ? localTime(at) : localDateTime(at)
}
