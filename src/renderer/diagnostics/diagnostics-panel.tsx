import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DiagnosticsDialog } from './diagnostics-dialog.tsx'
import { useDiagnostics } from './diagnostics-store.ts'
import './diagnostics.css'

/** 设置 → 日志与诊断包. */
export function DiagnosticsPanel() {
  const { t } = useTranslation('diagnostics')
  const [isOpen, setOpen] = useState(false)
  return (
    <section className="panel">
      <div className="panel-head">
        <h2 className="panel-title">{t('title')}</h2>
        <Button onClick={() => setOpen(true)}>{t('make')}</Button>
      </div>
      <p className="soft hint">{t('hint')}</p>
      <DetailedLog />
      {isOpen && <DiagnosticsDialog onClose={() => setOpen(false)} />}
    </section>
  )
}

function DetailedLog() {
  const { t } = useTranslation('diagnostics')
  const isDetailed = useDiagnostics((state) => state.isDetailed)
  const load = useDiagnostics((state) => state.loadDetail)
  const detail = useDiagnostics((state) => state.detail)
  useEffect(() => void load(), [load])
  return (
    <div className="log-detail">
      <label className="choice">
        <input type="checkbox" checked={isDetailed} onChange={(event) => void detail(event.target.checked)} />
        {t('detailed')}
      </label>
      <p className="soft hint">{t('detailedHint')}</p>
    </div>
  )
}
