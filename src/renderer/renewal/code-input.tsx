import { useEffect, useImperativeHandle, useRef, type ClipboardEvent, type Ref, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { createCodeBoxes, digitsOf } from './code-boxes.ts'

export interface CodeInputHandle {
  /** Hands over the code when it is whole, else goes to the first empty box. */
  readonly submit: () => void
  readonly clear: () => void
}

interface CodeInputProps {
  readonly handleRef: Ref<CodeInputHandle>
  readonly length: number
  readonly isDisabled: boolean
  /** Called with the last digit, and by `submit`. */
  readonly onComplete: (code: string) => void
}

/** What happens to the boxes, whichever of them is typed into. */
function useCodeBoxes({ length, isDisabled, onComplete }: Omit<CodeInputProps, 'handleRef'>) {
  const group = useRef<HTMLFieldSetElement>(null)
  const boxes = () => createCodeBoxes(inputsOf(group.current))
  // A disabled box cannot take the focus: it waits for the call that is under way.
  useEffect(() => {
    if (!isDisabled) createCodeBoxes(inputsOf(group.current)).focusFirstEmpty()
  }, [isDisabled])
  const submit = () => {
    const code = boxes().whole()
    if (code === undefined) boxes().focusFirstEmpty()
    else onComplete(code)
  }
  const fill = (from: number, text: string) => {
    boxes().fill(from, text)
    if (digitsOf(text) !== '' && boxes().whole() !== undefined) submit()
  }
  return {
    group,
    submit,
    // The boxes can take the focus only after the next render has enabled them again.
    clear: () => void setTimeout(() => boxes().clear(), 0),
    onInput: ({ currentTarget }: SyntheticEvent<HTMLInputElement>, index: number) => {
      const typed = currentTarget.value
      currentTarget.value = ''
      fill(index, typed)
    },
    // A whole code goes into all boxes, wherever it is pasted.
    onPaste: (event: ClipboardEvent, index: number) => {
      event.preventDefault()
      const text = event.clipboardData.getData('text')
      fill(digitsOf(text).length >= length ? 0 : index, text)
    },
    onKey: (key: string, index: number) => (key === 'Enter' ? submit() : boxes().move(index, key)),
  }
}

function inputsOf(group: HTMLFieldSetElement | null): readonly HTMLInputElement[] {
  return [...(group?.querySelectorAll('input') ?? [])]
}

/** One box per digit. */
export function CodeInput({ handleRef, length, isDisabled, onComplete }: CodeInputProps) {
  const { t } = useTranslation('renewal')
  const { group, submit, clear, onInput, onPaste, onKey } = useCodeBoxes({ length, isDisabled, onComplete })
  useImperativeHandle(handleRef, () => ({ submit, clear }))
  return (
    <fieldset ref={group} className="code-input" disabled={isDisabled}>
      <legend className="label">{t('verify.code')}</legend>
      {Array.from({ length }, (_, index) => (
        <input
          key={index}
          className="text-input code-box"
          inputMode="numeric"
          autoComplete={index === 0 ? 'one-time-code' : 'off'}
          aria-label={t('verify.digit', { position: index + 1, length })}
          onInput={(event) => onInput(event, index)}
          onKeyDown={({ key }) => onKey(key, index)}
          onPaste={(event) => onPaste(event, index)}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      ))}
    </fieldset>
  )
}
