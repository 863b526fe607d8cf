import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Token } from '../../shared/ipc/models.ts'
import type { PinPolicy } from '../../shared/pin-policy.ts'
import { DemoHint } from '../demo/demo-hint.tsx'
import { FinalTryConfirmation } from '../renewal/final-try-confirmation.tsx'
import { PinWarning } from '../renewal/pin-warning.tsx'
import { NewPinForm } from './new-pin-form.tsx'
import { usePins } from './pin-store.ts'

interface ChangePinProps {
  readonly token: Token
  readonly policy: PinPolicy
}

/** 修改 PIN: how many tries are left is said as far as the driver tells it, and no further. */
export function ChangePin({ token, policy }: ChangePinProps) {
  const { t } = useTranslation('pin')
  const change = usePins((state) => state.change)
  const [isConfirmed, setConfirmed] = useState(false)
  const { state, triesLeft } = token.pin
  return (
    <NewPinForm
      token={token}
      policy={policy}
      firstLabel={t('oldPin')}
      isOldKnown
      isAllowed={state !== 'final-try' || isConfirmed}
      words={{ submit: t('submit'), submitting: t('submitting') }}
      submit={(pin, newPin) => change({ pin, newPin })}
    >
      {state === 'ok' ? (
        <p className="soft">{triesLeft === undefined ? t('tries') : t('triesLeft', { count: triesLeft })}</p>
      ) : (
        <PinWarning pin={token.pin} />
      )}
      {state === 'final-try' && <FinalTryConfirmation onChange={setConfirmed} />}
      <DemoHint about="pin" />
    </NewPinForm>
  )
}
