import { useTranslation } from 'react-i18next'
import type { DriverEntry } from '../../shared/ipc/models-drivers.ts'
import { Button } from '../components/button.tsx'
import { DriverCondition } from './driver-condition.tsx'
import { useDriverFacts } from './use-driver-facts.ts'
import { useDrivers } from './drivers-store.ts'
import { useSettings } from './settings-store.ts'

const tones: Readonly<Record<DriverEntry['state'], string>> = {
  ...{ starting: 'tag', ready: 'tag tag-good', failed: 'tag tag-bad', quarantined: 'tag tag-bad' },
  ...{ 'not-plugged': 'tag', unfit: 'tag' },
}

export function DriverRow({ driver }: { readonly driver: DriverEntry }) {
  const { t } = useTranslation('settings')
  const facts = useDriverFacts(driver)
  const { path, name, known, state, failure } = driver
  const isExperimental = isExperimentalDriver(driver)
  const is32Bit = failure?.details?.['reason'] === 'bits-32'
  return (
    <li className="driver">
      <div className="driver-text">
        <p>
          <strong>{known === undefined ? name : `${known.vendor} ${known.model}`}</strong>{' '}
          <span className={is32Bit ? 'tag tag-warn' : tones[state]}>
            {t(`drivers.state.${is32Bit ? 'bits32' : state}`)}
          </span>{' '}
          {isExperimental && <span className="tag tag-warn">{t('drivers.experimental.tag')}</span>}
        </p>
        <p className="soft driver-facts">{facts.join(' · ')}</p>
        <p className="soft driver-path">{path}</p>
        {isExperimental && <p className="driver-idle">{t('drivers.experimental.text')}</p>}
        <DriverCondition driver={driver} />
      </div>
      <DriverActions driver={driver} />
    </li>
  )
}

/** An SKF driver that is in use: this program has never worked with a real key by that interface. */
function isExperimentalDriver({ interface: spoken, known, state }: DriverEntry): boolean {
  const isInUse = state !== 'not-plugged' && state !== 'unfit'
  return spoken === 'skf' && isInUse && known?.evidence !== 'verified'
}

function DriverActions({ driver: { path, name, known, state, isRemovable } }: { readonly driver: DriverEntry }) {
  const { t } = useTranslation('settings')
  const removeModule = useSettings((settings) => settings.removeModule)
  const retry = useDrivers((drivers) => drivers.retry)
  const openPage = useDrivers((drivers) => drivers.openPage)
  const isRetrying = useDrivers((drivers) => drivers.retrying === path)
  const canRetry = state === 'failed' || state === 'quarantined'
  return (
    <div className="driver-actions">
      {known?.hasPage === true && (
        <Button
          aria-label={t('drivers.pageNamed', { vendor: known.vendor })}
          onClick={() => void openPage(known.driverId)}
        >
          {t('drivers.page')}
        </Button>
      )}
      {canRetry && (
        <Button aria-label={t('drivers.retryNamed', { name })} loading={isRetrying} onClick={() => void retry(path)}>
          {t('drivers.retry')}
        </Button>
      )}
      {isRemovable && (
        <Button aria-label={t('drivers.removeNamed', { name })} onClick={() => void removeModule(path)}>
          {t('drivers.remove')}
        </Button>
      )}
    </div>
  )
}
