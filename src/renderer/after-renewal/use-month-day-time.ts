import { useTranslation } from 'react-i18next'
import { localDate, localTime } from '../../shared/format/date-time.ts'

/** An instant of these days, as it is said: 11 月 24 日 10:42. */
export function useMonthDayTime(): (instant: string) => string {
  const { t } = useTranslation('renewal')
  return (instant) => {
    const at = new Date(instant)
    return t('result.monthDayTime', {
      date: localDate(at),
      month: at.getMonth() + 1,
      day: at.getDate(),
      time: localTime(at),
    })
  }
}
