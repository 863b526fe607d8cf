import { useTranslation } from 'react-i18next'
import { localDate, localTime } from '../../shared/format/date-time.ts'
import { nextWorkingDay } from '../format/working-day.ts'

/** What a user meets after a renewal, and when it passes. */
export function NextSteps({ finishedAt }: { readonly finishedAt: string | undefined }) {
  const { t } = useTranslation('renewal')
  const ready = finishedAt === undefined ? undefined : nextWorkingDay(new Date(finishedAt))
  const at = ready && {
    date: localDate(ready),
    month: ready.getMonth() + 1,
    day: ready.getDate(),
    time: localTime(ready),
  }
  return (
    <div className="next-steps">
      <h3>{t('result.next')}</h3>
      <ol>
        <li>{t('result.replug')}</li>
        {at !== undefined && <li>{t('result.wait', { at: t('result.monthDayTime', at) })}</li>}
        <li>{t('result.seal')}</li>
      </ol>
    </div>
  )
}
