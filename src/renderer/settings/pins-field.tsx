import { useTranslation } from 'react-i18next'

import { LockedHint } from './locked-hint.tsx'

interface PinsFieldProps {
  /** One a line. */
  readonly pins: string
  readonly isDisabled: boolean
  readonly onChange: (pins: string) => void
}

export function PinsField({ pins, isDisabled, onChange }: PinsFieldProps) {
  const { t } = useTranslation('settings')
  return (
    <div className="connection-part">
      <label className="label" htmlFor="connection-pins">
        {t('pins.label')}
      </label>
      <textarea
        id="connection-pins"
        className="text-input pins-input"
        rows={2}
        value={pins}
        disabled={isDisabled}
        maxLength={1000}
        spellCheck={false}
        aria-describedby="pins-locked pins-hint connection-failure"
        onChange={({ target }) => onChange(target.value)}
      />
      <p id="pins-hint" className="soft hint">
        {t('pins.hint')}
      </p>
      <LockedHint of="pins" id="pins-locked" />
    </div>
  )
}
