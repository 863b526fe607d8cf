import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../components/failure-notice.tsx'
import { useDemo } from '../demo/demo-store.ts'
import { PageHeader } from '../layout/page-header.tsx'
import { AboutPanel } from './about-panel.tsx'
import { ModulesPanel } from './modules-panel.tsx'
import { PlatformPanel } from './platform-panel.tsx'
import { useSettings } from './settings-store.ts'
import './settings.css'

export function SettingsPage() {
  const { t } = useTranslation('layout')
  const settings = useSettings((state) => state.settings)
  const failure = useSettings((state) => state.failure)
  const appFailure = useDemo((state) => state.failure)
  return (
    <>
      <PageHeader title={t('pages.settings')} />
      {failure !== undefined && <FailureNotice failure={failure} />}
      {appFailure !== undefined && <FailureNotice failure={appFailure} />}
      {settings !== undefined && (
        <>
          <PlatformPanel key={settings.platformAddress} address={settings.platformAddress ?? ''} />
          <ModulesPanel paths={settings.modules} />
        </>
      )}
      <AboutPanel />
    </>
  )
}
