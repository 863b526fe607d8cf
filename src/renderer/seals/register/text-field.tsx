import { useId } from 'react'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly maxLength: number
  readonly onChange: (value: string) => void
  readonly isInvalid?: boolean
  /** The id of what explains it. */
  readonly describedBy?: string
}

export function TextField({ label, value, maxLength, onChange, isInvalid, describedBy }: TextFieldProps) {
  const id = useId()
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        className="text-input"
        value={value}
        maxLength={maxLength}
        spellCheck={false}
        aria-invalid={isInvalid}
        aria-describedby={describedBy}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  )
}
