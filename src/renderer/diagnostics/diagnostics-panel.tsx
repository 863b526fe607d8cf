import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { InlineFailure } from '../components/inline-failure.tsx'
import { DiagnosticsButton } from './diagnostics-button.tsx'
import { useDiagnostics } from './diagnostics-store.ts'
import './diagnostics.css'

/** 设置 → 日志与诊断包. */
export function DiagnosticsPanel() {
  const { t } = useTranslation('diagnostics')
  return (
    <section className="panel">
      <div className="panel-head">
        <h2 className="panel-title">{t('title')}</h2>
        <DiagnosticsButton />
      </div>
      <p className="soft hint">{t('hint')}</p>
      <DetailedLog />
    </section>
  )
}

function DetailedLog() {
  const { t } = useTranslation('diagnostics')
  const isDetailed = useDiagnostics((state) => state.isDetailed)
  const load = useDiagnostics((state) => state.loadDetail)
  const detail = useDiagnostics((state) => state.detail)
  const failure = useDiagnostics((state) => state.detailFailure)
  useEffect(() => void load(), [load])
  return (
    <div className="log-detail">
      <label className="choice">
        <input type="checkbox" checked={isDetailed} onChange={(event) => void detail(event.target.checked)} />
        {t('detailed')}
      </label>
      <p className="soft hint">{t('detailedHint')}</p>
      <InlineFailure id="log-detail-failure" failure={failure} />
    </div>
  )
}
