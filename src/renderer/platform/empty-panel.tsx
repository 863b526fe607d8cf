import { useId, type ReactNode } from 'react'

interface EmptyPanelProps {
  readonly title: string
  readonly text: string
  readonly children?: ReactNode
}

/** Instead of a list: why there is none, and what to do. */
export function EmptyPanel({ title, text, children }: EmptyPanelProps) {
  const id = useId()
  return (
    <section className="panel list-empty" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="soft">{text}</p>
      {children}
    </section>
  )
}
