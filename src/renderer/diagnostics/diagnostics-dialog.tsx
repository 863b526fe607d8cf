import { Modal } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../components/failure-notice.tsx'
import { CollectingList } from './collecting-list.tsx'
import { DiagnosticsActions } from './diagnostics-actions.tsx'
import { useDiagnostics } from './diagnostics-store.ts'
import { PackageCode } from './package-code.tsx'
import { PackageFiles } from './package-files.tsx'
import './diagnostics.css'

/** Makes a 诊断包, shows what is in it, and saves it. Made anew each time it is opened. */
export function DiagnosticsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('diagnostics')
  const prepare = useDiagnostics((state) => state.prepare)
  const isCollecting = useDiagnostics((state) => state.isCollecting)
  const prepared = useDiagnostics((state) => state.prepared)
  const failure = useDiagnostics((state) => state.failure)
  useEffect(() => void prepare(), [prepare])
  return (
    <Modal title={t('dialog')} open onCancel={onClose} footer={null} width={880} centered destroyOnHidden>
      <div className="diagnostics">
        <p>{t('promise')}</p>
        {isCollecting && <CollectingList />}
        {prepared !== undefined && (
          <>
            <PackageCode code={prepared.code} />
            <PackageFiles key={prepared.code} prepared={prepared} />
          </>
        )}
        {failure !== undefined && <FailureNotice failure={failure} />}
        <DiagnosticsActions />
      </div>
    </Modal>
  )
}
