import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '../../shared/ipc/models-knowledge.ts'
import { textOfPlatform, type HelpReference } from '../../shared/content/help-reference.ts'
import { isErrorCode, isReference } from '../../shared/knowledge/reference.ts'

interface HitListProps {
  readonly id: string
  readonly hits: readonly SearchHit[]
  readonly chosen: number
  readonly onOpen: (reference: HelpReference) => void
}

/** What was found, the best first; where nothing was, what to do instead. */
export function HitList({ id, hits, chosen, onOpen }: HitListProps) {
  const { t } = useTranslation('help')
  if (hits.length === 0) {
    return (
      <section className="panel help-nothing">
        <h2>{t('nothing.title')}</h2>
        <p className="soft">{t('nothing.text')}</p>
      </section>
    )
  }
  return (
    <ul id={id} className="panel help-hits" role="listbox" aria-label={t('hits')}>
      {hits.map((hit, index) => (
        <Hit key={hit.reference} id={`${id}-${hit.reference}`} hit={hit} isChosen={index === chosen} onOpen={onOpen} />
      ))}
    </ul>
  )
}

interface HitProps {
  readonly id: string
  readonly hit: SearchHit
  readonly isChosen: boolean
  readonly onOpen: (reference: HelpReference) => void
}

/** Chosen by the arrows of the field, or by the mouse: the focus stays in the field. */
function Hit({ id, hit: { reference, title, snippet }, isChosen, onOpen }: HitProps) {
  const { t } = useTranslation(['help', 'content'])
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    // jsdom lays nothing out, so there is nothing to scroll.
    if (isChosen && 'scrollIntoView' in Element.prototype) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    <li
      ref={row}
      id={id}
      className="help-hit"
      role="option"
      aria-selected={isChosen}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onOpen(reference)}
    >
      <span className="help-hit-title">
        {title}
        {isReference(reference) && isErrorCode(reference) && <code className="help-reference">{reference}</code>}
        {textOfPlatform(reference) !== undefined && <span className="tag help-mark">{t('content:faq.mark')}</span>}
      </span>
      <span className="help-hit-text">{snippet}</span>
    </li>
  )
}
