import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReminderReport } from '../../shared/ipc/models-reminders.ts'
import { useDemo } from '../demo/demo-store.ts'
import { useLocked } from '../settings/use-locked.ts'
import { useReminders } from './reminders-store.ts'

/** What can be on or off, each with what that means. */
export function ReminderChoices({ report }: { readonly report: ReminderReport }) {
  const { t } = useTranslation('reminders')
  const save = useReminders((state) => state.save)
  const startAtLogin = useReminders((state) => state.startAtLogin)
  const isDemo = useDemo((state) => state.app?.mode === 'demo')
  const isManaged = { on: useLocked('reminders'), background: useLocked('staysInBackground') }
  const { isOn, staysInBackground, startsAtLogin } = report
  const { t: settings } = useTranslation('settings')
  const managed = settings('managed.reason')
  const isUnavailable = startsAtLogin === 'unavailable'
  const unavailable = isDemo ? 'demo' : 'notInstalled'
  return (
    <div className="reminder-choices">
      <Choice
        isOn={isOn}
        isDisabled={isManaged.on}
        label={t('on')}
        hint={isManaged.on ? managed : t('onHint')}
        onChange={(next) => void save({ isOn: next })}
      />
      <Choice
        isOn={staysInBackground}
        isDisabled={isDemo || isManaged.background}
        label={t('background')}
        hint={isDemo ? t('demo') : isManaged.background ? managed : t('backgroundHint')}
        onChange={(next) => void save({ staysInBackground: next })}
      />
      <Choice
        isOn={startsAtLogin === 'on'}
        isDisabled={isUnavailable}
        label={t('login')}
        hint={isUnavailable ? t(unavailable) : t('loginHint')}
        onChange={(next) => void startAtLogin(next)}
      />
    </div>
  )
}

interface ChoiceProps {
  readonly isOn: boolean
  readonly isDisabled?: boolean
  readonly label: string
  readonly hint: string
  readonly onChange: (isOn: boolean) => void
}

function Choice({ isOn, isDisabled = false, label, hint, onChange }: ChoiceProps) {
  const hintId = useId()
  return (
    <div className="reminder-choice">
      <label className="choice">
        <input
          type="checkbox"
          checked={isOn}
          disabled={isDisabled}
          aria-describedby={hintId}
          onChange={({ target }) => onChange(target.checked)}
        />
        <span>{label}</span>
      </label>
      <p id={hintId} className="soft hint">
        {hint}
      </p>
    </div>
  )
}
