import { useState, type ReactNode, type RefObject, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Token } from '../../shared/ipc/models.ts'
import type { PinPolicy } from '../../shared/pin-policy.ts'
import { Button } from '../components/button.tsx'
import { InlineFailure } from '../components/inline-failure.tsx'
import { SecretInput } from '../components/secret-input.tsx'
import { PinRuleList } from './pin-rule-list.tsx'
import { usePins } from './pin-store.ts'
import { useCapsLock } from './use-caps-lock.ts'
import { useNewPin } from './use-new-pin.ts'

interface NewPinFormProps {
  readonly token: Token
  readonly policy: PinPolicy
  readonly firstLabel: string
  readonly isOldKnown: boolean
  /** False until the user has typed what the last try wants. */
  readonly isAllowed: boolean
  readonly words: { readonly submit: string; readonly submitting: string }
  readonly submit: (first: string, newPin: string) => Promise<void>
  /** Warnings above the fields. */
  readonly children?: ReactNode
}

/** A PIN that allows it, a new one, and the new one again. */
export function NewPinForm({ token, policy, isOldKnown, isAllowed, words, submit, ...props }: NewPinFormProps) {
  const { t } = useTranslation(['pin', 'common'])
  const newPin = useNewPin({ policy, pin: token.pin, isOldKnown })
  const { isLocked, listen } = useCapsLock()
  const [isBusy, setBusy] = useState(false)
  const failure = usePins((state) => state.failure)
  const close = usePins((state) => state.close)
  const mayEnter = newPin.isReady && isAllowed && !isBusy
  const enter = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (!mayEnter) return
    const taken = newPin.take()
    setBusy(true)
    await submit(taken.first, taken.newPin)
    setBusy(false)
  }
  return (
    <form className="form" autoComplete="off" onSubmit={(event) => void enter(event)} onKeyUp={listen}>
      {props.children}
      <Field id="pin-first" label={props.firstLabel} fieldRef={newPin.firstRef} onEdit={newPin.edited} isFirst />
      <Field id="pin-new" label={t('newPin')} fieldRef={newPin.newRef} onEdit={newPin.edited} describedBy="pin-rules" />
      <Field id="pin-repeat" label={t('repeat')} fieldRef={newPin.repeatRef} onEdit={newPin.edited} />
      <p className="caps-lock" aria-live="polite">
        {isLocked && t('capsLock')}
      </p>
      <PinRuleList id="pin-rules" policy={policy} limits={token.pin} newPin={newPin} isOldKnown={isOldKnown} />
      <InlineFailure id="pin-management-failure" failure={failure} />
      <p className="soft pin-hint">{t('noSaving')}</p>
      <div className="form-actions">
        <Button onClick={close}>{t('common:cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={isBusy} disabled={!mayEnter && !isBusy}>
          {isBusy ? words.submitting : words.submit}
        </Button>
      </div>
    </form>
  )
}

interface FieldProps {
  readonly id: string
  readonly label: string
  readonly fieldRef: RefObject<HTMLInputElement | null>
  readonly onEdit: () => void
  readonly describedBy?: string
  readonly isFirst?: boolean
}

function Field({ id, label, fieldRef, onEdit, ...props }: FieldProps) {
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <SecretInput id={id} inputRef={fieldRef} onEdit={onEdit} {...props} />
    </div>
  )
}
