import { useTranslation } from 'react-i18next'
import type { FileCheck } from '../../shared/ipc/models-signing.ts'
import { Button } from '../components/button.tsx'
import { FailureNotice } from '../components/failure-notice.tsx'
import { ChosenFile } from './chosen-file.tsx'
import { SignerResult } from './signer-result.tsx'
import { useSigning } from './signing-store.ts'

/** A file and its signature; no key is needed. */
export function CheckFile() {
  const { t } = useTranslation('signing')
  const { content, signature, check, failure, isBusy, ...actions } = useSigning()
  if (check !== undefined) return <Checked check={check} />
  const isReady = content !== undefined && signature !== undefined
  return (
    <div className="form">
      <p className="soft">{t('check.lead')}</p>
      <ChosenFile
        name={t('check.content')}
        file={content}
        words={t('check.chooseContent')}
        isBusy={isBusy}
        onChoose={actions.chooseContent}
      />
      <ChosenFile
        name={t('check.signature')}
        file={signature}
        words={t('check.chooseSignature')}
        isBusy={isBusy}
        onChoose={actions.chooseSignature}
      />
      {failure !== undefined && <FailureNotice failure={failure} />}
      <div className="form-actions">
        <Button type="primary" disabled={!isReady} loading={isBusy} onClick={() => void actions.checkFile()}>
          {t(isBusy ? 'check.running' : 'check.run')}
        </Button>
      </div>
    </div>
  )
}

function Checked({ check }: { readonly check: FileCheck }) {
  const { t } = useTranslation('signing')
  const begin = useSigning((state) => state.begin)
  return (
    <div className="form" role="status">
      {check.signers.map((signer, index) => (
        <SignerResult key={index} signer={signer} index={index + 1} total={check.signers.length} />
      ))}
      <div className="form-actions">
        <Button autoFocus onClick={() => begin('check')}>
          {t('check.again')}
        </Button>
      </div>
    </div>
  )
}
