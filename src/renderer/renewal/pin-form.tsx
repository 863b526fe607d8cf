import { useRef, useState, type RefObject, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Token } from '../../shared/ipc/models.ts'
import { Button } from '../components/button.tsx'
import { InlineFailure } from '../components/inline-failure.tsx'
import { SecretInput } from '../components/secret-input.tsx'
import { DemoHint } from '../demo/demo-hint.tsx'
import { useFreshTries } from '../pin/use-fresh-tries.ts'
import { WaitingHere } from '../waiting/waiting-notice.tsx'
import { FinalTryConfirmation } from './final-try-confirmation.tsx'
import { PinWarning } from './pin-warning.tsx'
import type { PinnedAction } from './use-pinned-action.ts'

interface PinFormProps {
  readonly token: Token
  readonly action: PinnedAction
}

/** The PIN is read from its field once, and the field is emptied before the call is made. */
function usePinEntry({ submit }: PinnedAction) {
  const inputRef = useRef<HTMLInputElement>(null)
  const [isBusy, setBusy] = useState(false)
  const enter = async () => {
    const input = inputRef.current
    if (input === null || isBusy) return
    const pin = input.value
    input.focus()
    if (pin === '') return
    input.value = ''
    setBusy(true)
    await submit(pin)
    setBusy(false)
  }
  return { inputRef, isBusy, enter }
}

export function PinForm({ token, action }: PinFormProps) {
  const { t } = useTranslation(['renewal', 'common'])
  useFreshTries()
  const { inputRef, isBusy, enter } = usePinEntry(action)
  const [isConfirmed, setConfirmed] = useState(false)
  const { state } = token.pin
  if (state === 'locked') return <PinWarning pin={token.pin} />
  const mayEnter = state !== 'final-try' || isConfirmed
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (mayEnter) void enter()
  }
  return (
    <form className="form" onSubmit={onSubmit} autoComplete="off">
      <PinWarning pin={token.pin} />
      {state === 'final-try' && <FinalTryConfirmation onChange={setConfirmed} />}
      <PinField
        inputRef={inputRef}
        pin={token.pin}
        isInvalid={action.failure !== undefined}
        isFirst={state !== 'final-try'}
      />
      <DemoHint about="pin" />
      <InlineFailure id="pin-failure" failure={action.failure} />
      <WaitingHere />
      <div className="form-actions">
        <Button onClick={action.close}>{t('common:cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={isBusy} disabled={!mayEnter}>
          {t(isBusy ? 'pin.submitting' : 'pin.submit')}
        </Button>
      </div>
    </form>
  )
}

interface PinFieldProps {
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly pin: Token['pin']
  readonly isInvalid: boolean
  /** The cursor begins here, unless a sentence has to be typed first. */
  readonly isFirst: boolean
}

function PinField({ inputRef, pin, isInvalid, isFirst }: PinFieldProps) {
  const { t } = useTranslation('renewal')
  const { minLength, maxLength, areLimitsTold } = pin
  // PKCS#11 modules without limits say 0 or the largest number there is.
  const hasLimits = areLimitsTold !== false && minLength <= maxLength && maxLength > 0 && maxLength < 1000
  return (
    <div>
      <label className="label" htmlFor="pin">
        {t('pin.label')}
      </label>
      <SecretInput
        id="pin"
        inputRef={inputRef}
        describedBy="pin-hint pin-failure"
        isInvalid={isInvalid}
        isFirst={isFirst}
      />
      <p id="pin-hint" className="soft pin-hint">
        {hasLimits && t('pin.length', { min: minLength, max: maxLength })}
        {t('pin.unsaved')}
      </p>
    </div>
  )
}
