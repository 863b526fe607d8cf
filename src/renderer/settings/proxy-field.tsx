import { useTranslation } from 'react-i18next'
import type { ConnectionSettings } from '../../shared/ipc/models.ts'
import { LockedHint } from './locked-hint.tsx'

type Proxy = ConnectionSettings['proxy']

interface ProxyFieldProps {
  readonly proxy: Proxy
  readonly isDisabled: boolean
  readonly onChange: (proxy: Proxy) => void
}

const modes = ['system', 'none', 'manual'] as const

export function ProxyField({ proxy, isDisabled, onChange }: ProxyFieldProps) {
  const { t } = useTranslation('settings')
  return (
    <fieldset className="connection-part fieldset" disabled={isDisabled} aria-describedby="proxy-locked">
      <legend className="label">{t('proxy.label')}</legend>
      <div className="choices">
        {modes.map((mode) => (
          <label key={mode} className="choice">
            <input
              type="radio"
              name="proxy-mode"
              checked={proxy.mode === mode}
              onChange={() => onChange({ ...proxy, mode })}
            />
            {t(`proxy.${mode}`)}
          </label>
        ))}
      </div>
      {proxy.mode === 'manual' && (
        <input
          className="text-input"
          aria-label={t('proxy.address')}
          placeholder={t('proxy.example')}
          value={proxy.address ?? ''}
          maxLength={300}
          spellCheck={false}
          aria-describedby="connection-failure"
          onChange={({ target }) => onChange({ ...proxy, address: target.value })}
        />
      )}
      <LockedHint of="proxy" id="proxy-locked" />
    </fieldset>
  )
}
