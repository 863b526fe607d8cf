import { Button } from 'antd'
import { useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useDemo } from '../demo/demo-store.ts'
import { addressProblem, type AddressProblem } from './platform-address.ts'
import { useSettings } from './settings-store.ts'

/** Where the platform is. The demo brings its own and keeps it. */
export function PlatformPanel({ address }: { readonly address: string }) {
  const { t } = useTranslation('settings')
  const [typed, setTyped] = useState(address)
  const [problem, setProblem] = useState<AddressProblem>()
  const isDemo = useDemo((state) => state.app?.mode === 'demo')
  const save = useSettings((state) => state.savePlatform)
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    const found = addressProblem(typed)
    setProblem(found)
    if (found === undefined) void save(typed.trim())
  }
  return (
    <form className="panel" onSubmit={onSubmit} noValidate>
      <h2 className="panel-title">{t('platform.title')}</h2>
      <label className="label" htmlFor="platform-address">
        {t('platform.address')}
      </label>
      <div className="address-row">
        <input
          id="platform-address"
          className="text-input"
          value={typed}
          disabled={isDemo}
          maxLength={300}
          inputMode="url"
          spellCheck={false}
          aria-invalid={problem !== undefined}
          aria-describedby="platform-problem platform-hint"
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="primary" htmlType="submit" disabled={isDemo}>
          {t('platform.save')}
        </Button>
      </div>
      <AddressHint problem={problem} isDemo={isDemo} />
    </form>
  )
}

interface AddressHintProps {
  readonly problem: AddressProblem | undefined
  readonly isDemo: boolean
}

function AddressHint({ problem, isDemo }: AddressHintProps) {
  const { t } = useTranslation('settings')
  const isSaved = useSettings((state) => state.isPlatformSaved)
  return (
    <>
      <p id="platform-problem" className="inline-failure" aria-live="assertive">
        {problem !== undefined && t(`platform.${problem}`)}
      </p>
      <p className="saved" aria-live="polite">
        {isSaved && problem === undefined && t('platform.saved')}
      </p>
      <p id="platform-hint" className="soft hint">
        {isDemo ? t('platform.fixed') : `${t('platform.hint')}${t('platform.empty')}`}
      </p>
    </>
  )
}
