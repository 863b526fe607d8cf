import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../../shared/failure.ts'
import type { SealModel } from '../../../shared/ipc/models-seals.ts'
import { withLogin } from '../../account/with-login.ts'
import { Button } from '../../components/button.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { call, toFailure } from '../../desktop.ts'
import { useSeals } from './seals-store.ts'

interface RemoveDialogProps {
  /** Closed without one. */
  readonly seal: SealModel | undefined
  readonly onClose: () => void
}

/** Asks before a seal is removed from the platform: that cannot be taken back. */
export function RemoveDialog({ seal, onClose }: RemoveDialogProps) {
  const { t } = useTranslation('seals')
  return (
    <FormDialog title={t('removing.title')} isOpen={seal !== undefined} onClose={onClose}>
      {seal !== undefined && <Question seal={seal} onClose={onClose} />}
    </FormDialog>
  )
}

function Question({ seal, onClose }: { readonly seal: SealModel; readonly onClose: () => void }) {
  const { t } = useTranslation('seals')
  const [isPending, setPending] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const remove = async () => {
    setPending(true)
    setFailure(undefined)
    try {
      await withLogin(() => call('seals:remove', { sealId: seal.id }))
      onClose()
    } catch (thrown) {
      setFailure(toFailure(thrown))
    }
    setPending(false)
    // Also after a failure: it may have been removed, or have become another one.
    await useSeals.getState().reload()
  }
  return (
    <div className="form">
      <p className="seal-name">{t('removing.text', { name: seal.name })}</p>
      {failure !== undefined && <FailureNotice failure={failure} />}
      <div className="form-actions">
        <Button onClick={onClose}>{t('removing.keep')}</Button>
        <Button type="primary" danger loading={isPending} onClick={() => void remove()}>
          {t('removing.confirm')}
        </Button>
      </div>
    </div>
  )
}
