import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Renewal } from '../../shared/ipc/models.ts'
import { PinDialog } from './pin-dialog.tsx'
import { useRenewals } from './renewal-store.ts'
import { usePinnedAction } from './use-pinned-action.ts'

interface AbandonDialogProps {
  readonly renewal: Renewal
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Giving up is asked for once, with what stays; the PIN only when there is something of ours to remove. */
export function AbandonDialog({ renewal, isOpen, onClose }: AbandonDialogProps) {
  const { t } = useTranslation('renewal')
  const abandon = useRenewals((state) => state.abandon)
  const action = usePinnedAction((pin) => abandon(renewal.id, pin))
  const kind = t(`kind.${renewal.kind}`)
  const confirm = () => {
    onClose()
    void action.begin({ needsPin: false })
  }
  return (
    <>
      <Modal
        title={t('abandon.title', { kind })}
        open={isOpen}
        centered
        width={440}
        okText={t('abandon.confirm', { kind })}
        okButtonProps={{ danger: true }}
        cancelText={t('abandon.keep')}
        onOk={confirm}
        onCancel={onClose}
      >
        <p>{t('abandon.text')}</p>
      </Modal>
      <PinDialog renewal={renewal} purpose={t('abandon.purpose')} action={action} />
    </>
  )
}
