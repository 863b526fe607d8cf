import { useId } from 'react'
import type { PageLink } from '../../shared/ipc/models-knowledge.ts'
import type { Reference } from '../../shared/knowledge/reference.ts'

interface LinkListProps {
  readonly title: string
  readonly links: readonly PageLink[]
  /** Of codes: what stands behind the title, for who is told a code on the telephone. */
  readonly withReference?: boolean
  /** By what it stands below: the page's heading, or an article's. */
  readonly heading?: 'h2' | 'h3'
  readonly onOpen: (reference: Reference) => void
}

/** Pages to go on to; nothing where there are none. */
export function LinkList({ title, links, withReference = false, heading: Heading = 'h3', onOpen }: LinkListProps) {
  const id = useId()
  if (links.length === 0) return null
  return (
    <section className="help-links" aria-labelledby={id}>
      <Heading id={id} className="help-links-title">
        {title}
      </Heading>
      <ul>
        {links.map(({ reference, title: name }) => (
          <li key={reference}>
            <button type="button" className="link" onClick={() => onOpen(reference)}>
              {name}
            </button>
            {withReference && <code className="help-reference">{reference}</code>}
          </li>
        ))}
      </ul>
    </section>
  )
}
