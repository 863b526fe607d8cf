import { useTranslation } from 'react-i18next'
import type { Module } from '../../shared/ipc/models.ts'
import { Button } from '../components/button.tsx'
import { useDrivers } from '../settings/drivers-store.ts'
import { RecheckButton } from './recheck-button.tsx'

/** What may help a driver that failed: one in quarantine is not asked by checking again, but only by this. */
export function ModuleRetry({ module: { path, quarantinedAt } }: { readonly module: Module }) {
  const { t } = useTranslation('settings')
  const retry = useDrivers((state) => state.retry)
  const isRetrying = useDrivers((state) => state.retrying === path)
  if (quarantinedAt === undefined) return <RecheckButton />
  return (
    <Button loading={isRetrying} onClick={() => void retry(path)}>
      {t('drivers.retry')}
    </Button>
  )
}
