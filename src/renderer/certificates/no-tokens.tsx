import { useTranslation } from 'react-i18next'
import type { Overview } from '../../shared/ipc/models.ts'
import { Button } from '../components/button.tsx'
import { FailureNotice } from '../components/failure-notice.tsx'
import { Skeleton } from '../components/skeleton.tsx'
import { ToEnvironmentButton } from '../environment/to-environment-button.tsx'
import { useNavigation } from '../layout/navigation-store.ts'
import { tokenState } from '../layout/token-state.ts'
import { ModuleRetry } from './module-retry.tsx'
import { TokenCause } from './token-cause.tsx'
import { useDeviceName } from './use-device-name.ts'
import { UsbKeyPicture } from './usb-key-picture.tsx'

/** What to show while there is no token, by cause. */
export function NoTokens({ overview }: { readonly overview: Overview | undefined }) {
  const { name } = tokenState(overview)
  if (name === 'reading') return <Reading />
  if (name === 'noModule') return <NoModule />
  const bus = overview?.bus
  const shown = name === 'absent' && bus?.cause === 'nothing' ? 'nothing' : name
  return (
    <>
      {shown !== 'absent' && shown !== 'failed' && shown !== 'present' && shown !== 'several' && (
        <TokenCause cause={shown} bus={bus} />
      )}
      <ModuleFailures overview={overview} isExplained={name === 'driver-32-bit'} />
      {shown === 'absent' && <NoToken />}
    </>
  )
}

interface ModuleFailuresProps {
  readonly overview: Overview | undefined
  /** What is above says already that a driver is for 32 bits. */
  readonly isExplained: boolean
}

function ModuleFailures({ overview, isExplained }: ModuleFailuresProps) {
  const device = useDeviceName(overview?.bus)
  const failed = (overview?.modules ?? [])
    .flatMap(({ failure, ...module }) => (failure === undefined ? [] : [{ failure, module }]))
    .filter(({ failure }) => !isExplained || failure.code !== 'token.moduleWrongArchitecture')
  return failed.map(({ failure, module }) => (
    <FailureNotice
      key={module.path}
      failure={failure}
      note={[overview?.bus?.cause === 'driver-broken' ? device : '', module.name]
        .filter((part) => part !== '')
        .join(' · ')}
    >
      <ModuleRetry module={module} />
      <ToEnvironmentButton />
    </FailureNotice>
  ))
}

function Reading() {
  const { t } = useTranslation('certificates')
  return (
    <div className="panel" role="status" aria-label={t('empty.reading')}>
      <p className="soft">{t('empty.reading')}</p>
      <Skeleton rows={4} />
    </div>
  )
}

function NoModule() {
  const { t } = useTranslation(['certificates', 'common'])
  const go = useNavigation((state) => state.go)
  return (
    <div className="panel empty">
      <h2>{t('empty.noModule.title')}</h2>
      <p className="soft">{t('empty.noModule.text')}</p>
      <div className="empty-actions">
        <Button type="primary" onClick={() => go('settings')}>
          {t('common:goToSettings')}
        </Button>
        <ToEnvironmentButton />
      </div>
    </div>
  )
}

function NoToken() {
  const { t } = useTranslation('certificates')
  return (
    <div className="panel empty">
      <UsbKeyPicture />
      <h2>{t('empty.noToken.title')}</h2>
      <ol className="empty-steps">
        <li>{t('empty.noToken.plug')}</li>
        <li>{t('empty.noToken.other')}</li>
        <li>{t('empty.noToken.driver')}</li>
      </ol>
      <ToEnvironmentButton />
    </div>
  )
}
