import { useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { EyeClosedIcon, EyeIcon } from './icons.tsx'
import './components.css'

interface SecretInputProps {
  readonly id: string
  /** Where the secret is read from, once: it is in no state, only in the field itself. */
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly describedBy?: string
  readonly isInvalid?: boolean
  readonly isDisabled?: boolean
  readonly maxLength?: number
  /** Should the cursor be here when the dialog opens? */
  readonly isFirst?: boolean
  /** Told at every change; what is typed is read from the field, and kept nowhere. */
  readonly onEdit?: () => void
}

/** A field for a PIN or a password. Uncontrolled on purpose: React never holds what is typed. */
export function SecretInput({ inputRef, ...props }: SecretInputProps) {
  const { t } = useTranslation()
  const [isShown, setShown] = useState(false)
  return (
    <span className="secret-input">
      <input
        id={props.id}
        ref={inputRef}
        className="text-input"
        type={isShown ? 'text' : 'password'}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={props.maxLength}
        data-first={props.isFirst === true ? '' : undefined}
        disabled={props.isDisabled}
        aria-describedby={props.describedBy}
        aria-invalid={props.isInvalid}
        onInput={props.onEdit}
      />
      <button
        type="button"
        className="secret-toggle"
        aria-pressed={isShown}
        aria-label={t(isShown ? 'hideSecret' : 'showSecret')}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? <EyeClosedIcon /> : <EyeIcon />}
      </button>
    </span>
  )
}
