import { useId } from 'react'
import type { HelpReference } from '../../shared/content/help-reference.ts'

interface Link<R extends HelpReference> {
  readonly reference: R
  readonly title: string
}

interface LinkListProps<R extends HelpReference> {
  readonly title: string
  readonly links: readonly Link<R>[]
  /** Of codes: what stands behind the title, for who is told a code on the telephone. */
  readonly withReference?: boolean
  readonly onOpen: (reference: R) => void
}

/** Pages to go on to; nothing where there are none. */
export function LinkList<R extends HelpReference>({ title, links, withReference = false, onOpen }: LinkListProps<R>) {
  const id = useId()
  if (links.length === 0) return null
  return (
    <section className="help-links" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ul>
        {links.map(({ reference, title: name }) => (
          <li key={reference}>
            <button type="button" className="link" data-reference={reference} onClick={() => onOpen(reference)}>
              {name}
            </button>
            {withReference && <code className="help-reference">{reference}</code>}
          </li>
        ))}
      </ul>
    </section>
  )
}
