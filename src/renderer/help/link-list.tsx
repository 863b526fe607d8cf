import { useId } from 'react'
import type { PageLink } from '../../shared/ipc/models-knowledge.ts'
import type { Reference } from '../../shared/knowledge/reference.ts'

interface LinkListProps {
  readonly title: string
  readonly links: readonly PageLink[]
  /** Of codes: what stands behind the title, for who is told a code on the telephone. */
  readonly withReference?: boolean
  readonly onOpen: (reference: Reference) => void
}

/** Pages to go on to; nothing where there are none. */
export function LinkList({ title, links, withReference = false, onOpen }: LinkListProps) {
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
