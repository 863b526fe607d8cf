import { useTranslation } from 'react-i18next'
import { AppearancePanel } from '../appearance/appearance-panel.tsx'
import { FailureNotice } from '../components/failure-notice.tsx'
import { useDemo } from '../demo/demo-store.ts'
import { DiagnosticsPanel } from '../diagnostics/diagnostics-panel.tsx'
import { PageHeader } from '../layout/page-header.tsx'
import { AboutPanel } from './about-panel.tsx'
import { AuthoritiesPanel } from './authorities-panel.tsx'
import { ConnectionPanel } from './connection-panel.tsx'
import { DriversPanel } from './drivers-panel.tsx'
import { ManagedPanel } from './managed-panel.tsx'
import { RemindersPanel } from '../reminders/reminders-panel.tsx'
import { PlatformPanel } from './platform-panel.tsx'
import { useSettings } from './settings-store.ts'
import { UpdatePanel } from '../update/update-panel.tsx'
import './settings.css'

export function SettingsPage() {
  const { t } = useTranslation('layout')
  const settings = useSettings((state) => state.settings)
  const failed = useSettings((state) => state.failure)
  const appFailure = useDemo((state) => state.failure)
  return (
    <>
      <PageHeader title={t('pages.settings')} />
      {failed?.part === 'modules' && <FailureNotice failure={failed.failure} />}
      {appFailure !== undefined && <FailureNotice failure={appFailure} />}
      {settings !== undefined && (
        <>
          {settings.managed !== undefined && <ManagedPanel managed={settings.managed} />}
          <PlatformPanel key={settings.platformAddress} settings={settings} />
          <ConnectionPanel connection={settings.connection} />
          <DriversPanel />
        </>
      )}
      <RemindersPanel />
      <AuthoritiesPanel />
      <AppearancePanel />
      <DiagnosticsPanel />
      <UpdatePanel />
      <AboutPanel />
    </>
  )
}
