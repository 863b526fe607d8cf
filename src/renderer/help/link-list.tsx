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
  /** By what it stands below: the page's heading, or an article's. */
  readonly heading?: 'h2' | 'h3'
  readonly onOpen: (reference: R) => void
}

/** Pages to go on to; nothing where there are none. */
export function LinkList<R extends HelpReference>(props: LinkListProps<R>) {
  const { title, links, withReference = false, heading: Heading = 'h3', onOpen } = props
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
