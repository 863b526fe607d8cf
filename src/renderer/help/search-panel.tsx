import { useId, useState, type KeyboardEvent, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '../../shared/ipc/models-knowledge.ts'
import { HitList } from './hit-list.tsx'
import { useHelp } from './help-store.ts'
import { SearchInput } from './search-input.tsx'

/** The field, and what it finds as one types; arrows choose, Enter opens, Escape clears. */
export function SearchPanel({ fieldRef }: { readonly fieldRef: Ref<HTMLInputElement> }) {
  const { t } = useTranslation('help')
  const { query, search, open } = useHelp()
  // An open article takes their place; 返回 brings them back.
  const hits = useHelp((state) => (state.trail.length === 0 ? state.hits : undefined))
  const listId = useId()
  const [chosen, setChosen] = useState(0)
  const active = hits?.[chosen]
  const type = (typed: string) => {
    setChosen(0)
    void search(typed)
  }
  const onKey = (event: KeyboardEvent) => {
    const next = keyAction(event.key, { hits: hits ?? [], chosen })
    if (next === undefined) return
    event.preventDefault()
    if (next === 'clear') type('')
    else if (typeof next === 'number') setChosen(next)
    else open(next.reference)
  }
  return (
    <div className="help-search" role="search">
      <SearchInput
        ref={fieldRef}
        {...{ query, listId, onKey }}
        hasHits={hits !== undefined && hits.length > 0}
        activeId={active === undefined ? undefined : `${listId}-${active.reference}`}
        onType={type}
      />
      <p className="visually-hidden" role="status">
        {hits !== undefined && t(hits.length === 0 ? 'found.none' : 'found.some', { count: hits.length })}
      </p>
      {hits !== undefined && <HitList id={listId} hits={hits} chosen={chosen} onOpen={open} />}
    </div>
  )
}

interface Choice {
  readonly hits: readonly SearchHit[]
  readonly chosen: number
}

/** A hit to open, the place of another one, or that the field is to be cleared. */
function keyAction(key: string, { hits, chosen }: Choice): SearchHit | number | 'clear' | undefined {
  if (key === 'Escape') return 'clear'
  if (hits.length === 0) return undefined
  if (key === 'ArrowDown') return (chosen + 1) % hits.length
  if (key === 'ArrowUp') return (chosen - 1 + hits.length) % hits.length
  return key === 'Enter' ? hits[chosen] : undefined
}
