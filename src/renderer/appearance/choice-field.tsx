import { useId } from 'react'

interface Choice<V> {
  readonly value: V
  readonly label: string
  /** Of the label, where it is not that of the page. */
  readonly lang?: string
}

interface ChoiceFieldProps<V> {
  readonly label: string
  readonly options: readonly Choice<V>[]
  readonly value: V | undefined
  readonly isDisabled?: boolean
  readonly onChange: (value: V) => void
}

/** One of a few, as radio buttons. */
export function ChoiceField<V extends string | number>({
  label,
  options,
  value,
  isDisabled,
  onChange,
}: ChoiceFieldProps<V>) {
  const name = useId()
  return (
    <fieldset className="connection-part fieldset" disabled={isDisabled}>
      <legend className="label">{label}</legend>
      <div className="choices">
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span lang={option.lang}>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
