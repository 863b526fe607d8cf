import { useTranslation } from 'react-i18next'
import type { BusReport } from '../../shared/ipc/models-bus.ts'
import { Button } from '../components/button.tsx'
import { ToEnvironmentButton } from '../environment/to-environment-button.tsx'
import { useNavigation } from '../layout/navigation-store.ts'
import type { Obstacle } from '../layout/token-state.ts'
import { DriverPageButton } from './driver-page-button.tsx'
import { RecheckButton } from './recheck-button.tsx'
import { UsbKeyPicture } from './usb-key-picture.tsx'
import { useDeviceName } from './use-device-name.ts'

interface TokenCauseProps {
  readonly cause: Obstacle | 'nothing'
  readonly bus: BusReport | undefined
}

/** Why no certificate is seen: what is plugged in, what is the case, what to do. */
export function TokenCause({ cause, bus }: TokenCauseProps) {
  const { t } = useTranslation(['certificates', 'common'])
  const go = useNavigation((state) => state.go)
  const device = useDeviceName(bus)
  const steps = t(`cause.${cause}.steps`, { returnObjects: true })
  return (
    <section className="panel empty">
      <UsbKeyPicture cause={cause} />
      <h2>{t(`cause.${cause}.title`)}</h2>
      {device !== '' && <p className="empty-device">{device}</p>}
      <p>{t(`cause.${cause}.text`)}</p>
      <Holders processes={bus?.processes ?? []} />
      <ol className="empty-steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className="empty-actions">
        {bus?.hasPage === true && bus.driverId !== undefined && needsDriver(cause) && (
          <DriverPageButton driverId={bus.driverId} />
        )}
        <RecheckButton />
        <ToEnvironmentButton />
        {cause !== 'in-use' && <Button onClick={() => go('settings')}>{t('common:goToSettings')}</Button>}
      </div>
    </section>
  )
}

function needsDriver(cause: TokenCauseProps['cause']): boolean {
  return cause === 'driver-missing' || cause === 'driver-32-bit' || cause === 'unread'
}

function Holders({ processes }: { readonly processes: NonNullable<BusReport['processes']> }) {
  const { t } = useTranslation('certificates')
  if (processes.length === 0) return null
  return (
    <div className="empty-holders">
      <h3>{t('cause.processes')}</h3>
      <ul>
        {processes.map(({ pid, name }) => (
          <li key={pid}>{t('cause.process', { pid, name })}</li>
        ))}
      </ul>
    </div>
  )
}
