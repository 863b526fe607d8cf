import { useTranslation } from 'react-i18next'
import type { Renewal } from '../../shared/ipc/models.ts'
import { isKnownAs } from '../../shared/is-known-as.ts'
import { useCertificates } from '../certificates/certificates-store.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { cardGroups } from '../format/grouped.ts'
import { PinForm } from './pin-form.tsx'
import type { PinnedAction } from './use-pinned-action.ts'

interface PinDialogProps {
  readonly renewal: Renewal
  /** What the PIN is for, in words. */
  readonly purpose: string
  readonly action: PinnedAction
}

/** Names the token, says what the PIN is for, and gives way to the progress as soon as the token works. */
export function PinDialog({ renewal, purpose, action }: PinDialogProps) {
  const { t } = useTranslation('renewal')
  const token = useCertificates((state) =>
    state.overview?.tokens.find((candidate) => isKnownAs(candidate, renewal.tokenSerialNumber)),
  )
  const isWorking = renewal.busy && renewal.subSteps.some(({ state }) => state === 'running')
  const cardNumber = cardGroups(renewal.cardNumber)
  return (
    <FormDialog title={t('pin.title')} isOpen={action.isAsking && !isWorking} onClose={action.close}>
      <p className="pin-token">
        {t('pin.token', { cardNumber })}
        <span className="soft">{purpose}</span>
      </p>
      {token === undefined ? (
        <p className="notice notice-warn" role="alert">
          {t('pin.absent', { cardNumber })}
        </p>
      ) : (
        <PinForm token={token} action={action} />
      )}
    </FormDialog>
  )
}
