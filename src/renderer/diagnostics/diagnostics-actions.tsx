import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { useDiagnostics } from './diagnostics-store.ts'

export function DiagnosticsActions() {
  const { t } = useTranslation('diagnostics')
  const { prepare, save, showFolder, isCollecting, isSaving } = useDiagnostics()
  const isPrepared = useDiagnostics((state) => state.prepared !== undefined)
  const outcome = useDiagnostics((state) => state.outcome)
  const fileName = outcome?.fileName
  return (
    <div className="diagnostics-actions">
      <p role="status" className={fileName === undefined ? 'soft' : 'saved'}>
        {outcome !== undefined && (fileName === undefined ? t('cancelled') : t('saved', { fileName }))}
      </p>
      <Button disabled={isCollecting || isSaving} onClick={() => void prepare()}>
        {t('again')}
      </Button>
      {fileName !== undefined && <Button onClick={() => void showFolder()}>{t('showFolder')}</Button>}
      <Button type="primary" disabled={!isPrepared} loading={isSaving} onClick={() => void save()}>
        {isSaving ? t('saving') : t('save')}
      </Button>
    </div>
  )
}
