import { Segmented } from 'antd'
import { useId } from 'react'

interface FilterProps<V extends string> {
  readonly label: string
  readonly options: readonly { readonly value: V; readonly label: string }[]
  readonly value: V
  readonly onChange: (value: V) => void
}

/** One condition of a list: a group of radio buttons. */
export function Filter<V extends string>({ label, options, value, onChange }: FilterProps<V>) {
  const id = useId()
  return (
    <div className="filter">
      <span id={id} className="visually-hidden">
        {label}
      </span>
      <Segmented options={[...options]} value={value} onChange={onChange} aria-labelledby={id} />
    </div>
  )
}
