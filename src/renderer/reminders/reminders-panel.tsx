import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { InlineFailure } from '../components/inline-failure.tsx'
import { RememberedList } from './remembered-list.tsx'
import { ReminderChoices } from './reminder-choices.tsx'
import { useReminders } from './reminders-store.ts'
import './reminders.css'

/** When the program speaks up by itself, of which keys, and what it does while nobody looks at it. */
export function RemindersPanel() {
  const { t } = useTranslation('reminders')
  const report = useReminders((state) => state.report)
  const failure = useReminders((state) => state.failure)
  const load = useReminders((state) => state.load)
  useEffect(() => void load(), [load])
  return (
    <section className="panel">
      <div className="panel-head">
        <h2 className="panel-title">{t('title')}</h2>
        <CalendarButton isEmpty={report === undefined || report.certificates.length === 0} />
      </div>
      <p className="soft hint">{t('hint')}</p>
      <InlineFailure id="reminders-failure" failure={failure} />
      <CalendarResult />
      {report !== undefined && (
        <>
          <ReminderChoices report={report} />
          <RememberedList report={report} />
        </>
      )}
    </section>
  )
}

function CalendarButton({ isEmpty }: { readonly isEmpty: boolean }) {
  const { t } = useTranslation('reminders')
  const saveCalendar = useReminders((state) => state.saveCalendar)
  return (
    <Button disabled={isEmpty} onClick={() => void saveCalendar()}>
      {t('calendar')}
    </Button>
  )
}

function CalendarResult() {
  const { t } = useTranslation('reminders')
  const fileName = useReminders((state) => state.calendar)
  return (
    <p className="saved" aria-live="polite">
      {fileName !== undefined && t('calendarSaved', { fileName })}
    </p>
  )
}
