import { Modal } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../shared/ipc/models-environment.ts'
import { Button } from '../components/button.tsx'
import { conflictDetail } from './conflict-detail.ts'
import './conflicts.css'

/** The table of programs is written in Chinese, as their menus are; what the page says about it is not. */
const languageOfTable = 'zh-CN'

interface QuitGuideProps {
  /** A row of 冲突程序 that is about a program. */
  readonly finding: Finding
  readonly isOpen: boolean
  /** The user has ended it, and wants to know. */
  readonly onRecheck: () => void
  readonly onClose: () => void
}

/** How the user ends a program, step by step; for a program that no table knows, what helps in general. */
export function QuitGuide({ finding, isOpen, onRecheck, onClose }: QuitGuideProps) {
  const { t } = useTranslation(['conflicts', 'common'])
  const recheckRef = useRef<HTMLButtonElement>(null)
  const own = conflictDetail(finding, 'quit-step')
  const steps = own.length > 0 ? own : t('guide.general', { returnObjects: true })
  return (
    <Modal
      title={t('guide.title', { subject: finding.subject })}
      open={isOpen}
      centered
      width="32.5rem"
      destroyOnHidden
      onCancel={onClose}
      afterOpenChange={(hasOpened) => hasOpened && recheckRef.current?.focus()}
      footer={
        <div className="form-actions">
          <Button onClick={onClose}>{t('common:close')}</Button>
          <Button ref={recheckRef} type="primary" onClick={onRecheck}>
            {t('guide.done')}
          </Button>
        </div>
      }
    >
      <ol className="quit-steps" lang={own.length > 0 ? languageOfTable : undefined}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {conflictDetail(finding, 'quit-effect').map((effect) => (
        <p key={effect} className="quit-effect" lang={languageOfTable}>
          {effect}
        </p>
      ))}
      <p className="soft">{t('guide.safe')}</p>
    </Modal>
  )
}
