import { useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../shared/ipc/models.ts'
import { Button } from '../components/button.tsx'
import { useDemo } from '../demo/demo-store.ts'
import { AddressHint } from './address-hint.tsx'
import { AddressStateTag } from './address-state-tag.tsx'
import { PlainApproval } from './plain-approval.tsx'
import { addressProblem, plainOriginOf, type AddressProblem } from './platform-address.ts'
import { useSettings } from './settings-store.ts'
import { useLocked } from './use-locked.ts'

/** Where the platform is. The demo brings its own and keeps it. */
export function PlatformPanel({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation('settings')
  const { typed, type, approved, approve, problem, submit } = useAddress(settings)
  const isDemo = useDemo((state) => state.app?.mode === 'demo')
  const isLocked = useLocked('platformAddress')
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    submit()
  }
  return (
    <form className="panel" onSubmit={onSubmit} noValidate>
      <div className="panel-head">
        <h2 className="panel-title">{t('platform.title')}</h2>
        <AddressStateTag settings={settings} />
      </div>
      <label className="label" htmlFor="platform-address">
        {t('platform.address')}
      </label>
      <div className="address-row">
        <input
          id="platform-address"
          className="text-input"
          value={typed}
          disabled={isDemo || isLocked}
          maxLength={300}
          inputMode="url"
          spellCheck={false}
          aria-invalid={problem !== undefined}
          aria-describedby="platform-locked platform-problem platform-hint"
          onChange={({ target }) => type(target.value)}
        />
        <Button type="primary" htmlType="submit" disabled={isDemo || isLocked}>
          {t('platform.save')}
        </Button>
      </div>
      {!isDemo && <PlainApproval origin={plainOriginOf(typed)} approved={approved} onApprove={approve} />}
      <AddressHint problem={problem} isDemo={isDemo} onSuggest={type} />
    </form>
  )
}

/** What is typed, and the origin that may be spoken to without encryption: another address has to be approved anew. */
function useAddress({ platformAddress = '', connection }: Settings) {
  const [typed, setTyped] = useState(platformAddress)
  const [approved, setApproved] = useState(connection.approvedPlainOrigin)
  const [problem, setProblem] = useState<AddressProblem>()
  const save = useSettings((state) => state.savePlatform)
  return {
    typed,
    approved,
    problem,
    type: (address: string) => {
      setTyped(address)
      setProblem(undefined)
      if (plainOriginOf(address) !== approved) setApproved(undefined)
    },
    approve: (origin: string | undefined) => {
      setApproved(origin)
      setProblem(undefined)
    },
    submit: () => {
      const found = addressProblem(typed, approved)
      setProblem(found)
      if (found !== undefined) return
      void save({ address: typed.trim(), ...(approved === undefined ? {} : { approvedOrigin: approved }) })
    },
  }
}
