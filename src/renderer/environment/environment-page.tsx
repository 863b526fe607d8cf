import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { FailureNotice } from '../components/failure-notice.tsx'
import { DiagnosticsButton } from '../diagnostics/diagnostics-button.tsx'
import { PageHeader } from '../layout/page-header.tsx'
import { CheckGroup } from './check-group.tsx'
import { EnvironmentBanner } from './environment-banner.tsx'
import { useEnvironment } from './environment-store.ts'
import { groupsOf } from './summary.ts'
import { useReportText } from './use-report-text.ts'
import './environment.css'

/** 环境检测: looked at anew whenever the page is opened, and whenever the user asks. */
export function EnvironmentPage() {
  const { t } = useTranslation('layout')
  const names = useEnvironment((state) => state.names)
  const results = useEnvironment((state) => state.results)
  const failure = useEnvironment((state) => state.failure)
  const runAll = useEnvironment((state) => state.runAll)
  useEffect(() => void runAll(), [runAll])
  return (
    <>
      <PageHeader title={t('pages.environment')} actions={<PageActions />} />
      <EnvironmentBanner />
      {failure !== undefined && <FailureNotice failure={failure} />}
      <Exported />
      {groupsOf(names).map((shown) => (
        <CheckGroup key={shown.group} shown={shown} results={results} />
      ))}
    </>
  )
}

function PageActions() {
  const { t } = useTranslation('environment')
  const isRunning = useEnvironment((state) => state.isRunning)
  const runAll = useEnvironment((state) => state.runAll)
  const saveReport = useEnvironment((state) => state.saveReport)
  const text = useReportText()
  return (
    <div className="page-actions">
      <DiagnosticsButton />
      <KeyReportButton />
      <Button disabled={text === undefined} onClick={() => text !== undefined && void saveReport(text)}>
        {t('export')}
      </Button>
      <Button type="primary" loading={isRunning} onClick={() => void runAll()}>
        {t(isRunning ? 'running' : 'run')}
      </Button>
    </div>
  )
}

/** Says beforehand what is in it: somebody is going to send it away. */
function KeyReportButton() {
  const { t } = useTranslation('environment')
  const isReportingKeys = useEnvironment((state) => state.isReportingKeys)
  const saveKeyReport = useEnvironment((state) => state.saveKeyReport)
  return (
    <Button title={t('keyReport.hint')} loading={isReportingKeys} onClick={() => void saveKeyReport()}>
      {t('keyReport.export')}
    </Button>
  )
}

/** The region is always there, so that its change is read out. */
function Exported() {
  const { t } = useTranslation('environment')
  const exported = useEnvironment((state) => state.exported)
  const words = () => {
    if (exported === undefined) return ''
    const { report, fileName } = exported
    if (report === 'keys') return fileName === undefined ? t('keyReport.cancelled') : t('keyReport.saved', { fileName })
    return fileName === undefined ? t('exportCancelled') : t('exported', { fileName })
  }
  return (
    <p className="environment-exported" role="status">
      {words()}
    </p>
  )
}
