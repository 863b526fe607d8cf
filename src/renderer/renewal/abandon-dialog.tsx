import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Renewal } from '../../shared/ipc/models.ts'
import { Button } from '../components/button.tsx'
import { cardGroups } from '../format/grouped.ts'
import type { AbandonEffect } from './abandon-effect.ts'
import { PinDialog } from './pin-dialog.tsx'
import { useRenewals } from './renewal-store.ts'
import { usePinnedAction } from './use-pinned-action.ts'

interface AbandonDialogProps {
  readonly renewal: Renewal
  readonly effect: AbandonEffect | undefined
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Giving up is asked for once, with what it undoes and what stays; the PIN only when there is something of ours to remove. */
export function AbandonDialog({ renewal, effect, isOpen, onClose }: AbandonDialogProps) {
  const { t } = useTranslation('renewal')
  const abandon = useRenewals((state) => state.abandon)
  const action = usePinnedAction((pin) => abandon(renewal.id, pin))
  const kind = t(`kind.${renewal.kind}`)
  const removesKey = effect === 'keyMade' || effect === 'issued'
  const confirm = () => {
    onClose()
    void action.begin({ needsPin: false })
  }
  return (
    <>
      <Modal
        title={t('abandon.title', { kind })}
        open={isOpen && effect !== undefined}
        centered
        width="27.5rem"
        onCancel={onClose}
        footer={
          <div className="form-actions">
            <Button onClick={onClose}>{t('abandon.keep')}</Button>
            <Button type="primary" danger onClick={confirm}>
              {t('abandon.confirm', { kind })}
            </Button>
          </div>
        }
      >
        {effect !== undefined && <p>{t(`abandon.effect.${effect}`)}</p>}
        <p>{t('abandon.keeps')}</p>
        {removesKey && <p>{t('abandon.needsToken', { cardNumber: cardGroups(renewal.cardNumber) })}</p>}
      </Modal>
      <PinDialog renewal={renewal} purpose={t('abandon.purpose')} action={action} />
    </>
  )
}
