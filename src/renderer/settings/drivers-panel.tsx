import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DriverEntry } from '../../shared/ipc/models-drivers.ts'
import { RecheckButton } from '../certificates/recheck-button.tsx'
import { Button } from '../components/button.tsx'
import { FailureNotice } from '../components/failure-notice.tsx'
import { useDemo } from '../demo/demo-store.ts'
import { DriverRow } from './driver-row.tsx'
import { LockedHint } from './locked-hint.tsx'
import { DriverTable } from './driver-table.tsx'
import { useDrivers } from './drivers-store.ts'
import { useSettings } from './settings-store.ts'
import { useLocked } from './use-locked.ts'

const idleStates: readonly DriverEntry['state'][] = ['not-plugged', 'unfit']

/** The drivers of this computer, each with its state; those that are not used stay folded until asked for. */
export function DriversPanel() {
  const { t } = useTranslation('settings')
  const addModule = useSettings((state) => state.addModule)
  const isDemo = useDemo((state) => state.app?.mode === 'demo')
  const isLocked = useLocked('modules')
  const report = useDrivers((state) => state.report)
  const failure = useDrivers((state) => state.failure)
  if (report === undefined) return failure === undefined ? null : <FailureNotice failure={failure} />
  const used = report.drivers.filter(({ state }) => !idleStates.includes(state))
  const idle = report.drivers.filter(({ state }) => idleStates.includes(state))
  return (
    <section className="panel">
      <div className="panel-head">
        <h2 className="panel-title">{t('drivers.title')}</h2>
        <div className="panel-actions">
          <RecheckButton />
          <Button disabled={isDemo || isLocked} onClick={() => void addModule()}>
            {t('drivers.add')}
          </Button>
        </div>
      </div>
      <p className="soft hint">{t('drivers.hint')}</p>
      <LockedHint of="modules" />
      {used.length === 0 && <p className="drivers-empty">{t('drivers.empty')}</p>}
      <DriverList drivers={used} />
      <IdleDrivers drivers={idle} />
      <DriverTable {...report} />
    </section>
  )
}

function DriverList({ drivers }: { readonly drivers: readonly DriverEntry[] }) {
  return (
    <ul className="drivers">
      {drivers.map((driver) => (
        <DriverRow key={driver.path} driver={driver} />
      ))}
    </ul>
  )
}

function IdleDrivers({ drivers }: { readonly drivers: readonly DriverEntry[] }) {
  const { t } = useTranslation('settings')
  const [isOpen, setOpen] = useState(false)
  if (drivers.length === 0) return null
  return (
    <div className="drivers-idle">
      <button type="button" className="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? t('drivers.hideIdle') : t('drivers.showIdle', { count: drivers.length })}
      </button>
      {isOpen && <DriverList drivers={drivers} />}
    </div>
  )
}
