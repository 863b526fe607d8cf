import { Modal } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../shared/failure.ts'
import type { Finding } from '../../shared/ipc/models-environment.ts'
import { Button } from '../components/button.tsx'
import { InlineFailure } from '../components/inline-failure.tsx'
import { conflictDetail } from './conflict-detail.ts'
import './conflicts.css'

interface EndProgramDialogProps {
  /** A row of 冲突程序 with the fix `end-program`. */
  readonly finding: Finding
  readonly isOpen: boolean
  readonly isEnding: boolean
  /** What became of the last try. */
  readonly failure: Failure | undefined
  /** The user agrees. */
  readonly onEnd: () => void
  readonly onClose: () => void
}

/** Nothing is asked to end before the user has read which program it is and what may be lost. */
export function EndProgramDialog({ finding, isOpen, isEnding, failure, onEnd, onClose }: EndProgramDialogProps) {
  const { t } = useTranslation(['conflicts', 'common'])
  const cancelRef = useRef<HTMLButtonElement>(null)
  return (
    <Modal
      title={t('end.title', { subject: finding.subject })}
      open={isOpen}
      centered
      width="30rem"
      destroyOnHidden
      mask={{ closable: !isEnding }}
      onCancel={onClose}
      afterOpenChange={(hasOpened) => hasOpened && cancelRef.current?.focus()}
      footer={
        <div className="form-actions">
          <Button ref={cancelRef} onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="primary" loading={isEnding} onClick={onEnd}>
            {t(isEnding ? 'end.asking' : 'end.confirm')}
          </Button>
        </div>
      }
    >
      <p>{t('end.text')}</p>
      <p className="quit-effect">
        {t('end.unsaved')}
        {conflictDetail(finding, 'quit-effect').join('')}
      </p>
      <p className="soft">{t('end.programs')}</p>
      <ul className="quit-programs">
        {conflictDetail(finding, 'running-program').map((program) => (
          <li key={program}>{program}</li>
        ))}
      </ul>
      <InlineFailure id="end-program-failure" failure={failure} />
    </Modal>
  )
}
