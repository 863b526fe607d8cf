import type { ReactNode } from 'react'
import './components.css'

export interface Field {
  readonly name: string
  readonly value: ReactNode
}

interface FieldsProps {
  readonly fields: readonly Field[]
  readonly className?: string
}

/** Names and values; a long value wraps and can be selected whole. */
export function Fields({ fields, className = '' }: FieldsProps) {
  return (
    <dl className={`fields ${className}`}>
      {fields.map(({ name, value }) => (
        <div key={name} className="field">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
