import { Modal } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { InlineFailure } from '../components/inline-failure.tsx'
import { cardGroups } from '../format/grouped.ts'
import { useClosing } from './closing-store.ts'
import { useRenewals } from './renewal-store.ts'

/** Asked before the program ends in the middle of writing; once the writing has stopped, it may end at once. */
export function ClosingDialog() {
  const { t } = useTranslation('renewal')
  const renewalId = useClosing((state) => state.renewalId)
  const failure = useClosing((state) => state.failure)
  const stay = useClosing((state) => state.stay)
  const quit = useClosing((state) => state.quit)
  const renewal = useRenewals((state) => state.renewals.find(({ id }) => id === renewalId))
  const stayRef = useRef<HTMLButtonElement>(null)
  const isWriting = renewal === undefined || renewal.busy
  const cardNumber = cardGroups(renewal?.cardNumber ?? '')
  return (
    <Modal
      title={t(isWriting ? 'closing.title' : 'closing.doneTitle')}
      open={renewalId !== undefined}
      centered
      width={460}
      onCancel={stay}
      afterOpenChange={(isOpen) => isOpen && stayRef.current?.focus()}
      footer={
        <div className="form-actions">
          <Button danger={isWriting} onClick={() => void quit()}>
            {t(isWriting ? 'closing.quit' : 'closing.quitNow')}
          </Button>
          <Button ref={stayRef} type="primary" onClick={stay}>
            {t(isWriting ? 'closing.wait' : 'closing.stay')}
          </Button>
        </div>
      }
    >
      <p role="status">{isWriting ? t('closing.text', { cardNumber }) : t('closing.doneText')}</p>
      <InlineFailure id="closing-failure" failure={failure} />
    </Modal>
  )
}
