import { useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConnectionSettings } from '../../shared/ipc/models.ts'
import { Button } from '../components/button.tsx'
import { useDemo } from '../demo/demo-store.ts'
import { LockedHint } from './locked-hint.tsx'
import { PartResult } from './part-result.tsx'
import { PinsField } from './pins-field.tsx'
import { ProxyField } from './proxy-field.tsx'
import { RootField } from './root-field.tsx'
import { useSettings } from './settings-store.ts'
import { useLocked } from './use-locked.ts'

/** How the platform is reached: for whoever looks after the computers, so it is closed until asked for. */
export function ConnectionPanel({ connection }: { readonly connection: ConnectionSettings }) {
  const { t } = useTranslation('settings')
  const [isOpen, setOpen] = useState(false)
  return (
    <section className="panel">
      <div className="panel-head">
        <h2 className="panel-title">{t('connection.title')}</h2>
        <Button aria-expanded={isOpen} aria-controls="connection" onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'connection.close' : 'connection.open')}
        </Button>
      </div>
      <p className="soft hint">{t('connection.hint')}</p>
      <div id="connection" hidden={!isOpen}>
        <RootField root={connection.rootCertificate} />
        <ConnectionForm connection={connection} />
      </div>
    </section>
  )
}

function ConnectionForm({ connection }: { readonly connection: ConnectionSettings }) {
  const { t } = useTranslation('settings')
  const [pins, setPins] = useState(connection.pins.join('\n'))
  const [proxy, setProxy] = useState(connection.proxy)
  const [useSystemNetwork, setSystemNetwork] = useState(connection.useSystemNetwork)
  const save = useSettings((state) => state.saveConnection)
  const isDemo = useDemo((state) => state.app?.mode === 'demo')
  const isLocked = { pins: useLocked('pins'), proxy: useLocked('proxy'), system: useLocked('useSystemNetwork') }
  const isFixed = isDemo || Object.values(isLocked).every(Boolean)
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    void save({ pins: pins.split(/\s+/).filter((pin) => pin !== ''), proxy, useSystemNetwork })
  }
  return (
    <form onSubmit={onSubmit} noValidate>
      <PinsField pins={pins} isDisabled={isDemo || isLocked.pins} onChange={setPins} />
      <ProxyField proxy={proxy} isDisabled={isDemo || isLocked.proxy || useSystemNetwork} onChange={setProxy} />
      <div className="connection-part">
        <label className="choice">
          <input
            type="checkbox"
            checked={useSystemNetwork}
            disabled={isDemo || isLocked.system}
            onChange={({ target }) => setSystemNetwork(target.checked)}
          />
          <span>{t('systemNetwork.use')}</span>
        </label>
        <p className="soft hint">{t('systemNetwork.hint')}</p>
        <LockedHint of="useSystemNetwork" />
      </div>
      <div className="connection-part">
        <Button type="primary" htmlType="submit" disabled={isFixed}>
          {t('connection.save')}
        </Button>
        <PartResult part="connection" saved={t('connection.saved')} />
      </div>
    </form>
  )
}
