import { useState, type KeyboardEvent, type Ref } from 'react'
import { useTranslation } from 'react-i18next'

interface SearchInputProps {
  readonly ref: Ref<HTMLInputElement>
  readonly query: string
  readonly listId: string
  readonly hasHits: boolean
  /** Of the hit that Enter would open. */
  readonly activeId: string | undefined
  readonly onType: (typed: string) => void
  readonly onKey: (event: KeyboardEvent) => void
}

/** The field; what an input method is still composing is shown, and searched when it is a word. */
export function SearchInput({ ref, query, listId, hasHits, activeId, onType, onKey }: SearchInputProps) {
  const { t } = useTranslation('help')
  const [composed, setComposed] = useState<string>()
  return (
    <input
      ref={ref}
      type="search"
      className="text-input"
      value={composed ?? query}
      maxLength={100}
      spellCheck={false}
      role="combobox"
      aria-label={t('search')}
      aria-expanded={hasHits}
      aria-controls={listId}
      aria-activedescendant={activeId}
      placeholder={t('searchHint')}
      onChange={({ target }) => (composed === undefined ? onType(target.value) : setComposed(target.value))}
      onCompositionStart={() => setComposed(query)}
      onCompositionEnd={({ currentTarget }) => {
        setComposed(undefined)
        onType(currentTarget.value)
      }}
      onKeyDown={(event) => {
        // While a word is being composed the keys belong to the input method.
        if (!event.nativeEvent.isComposing) onKey(event)
      }}
    />
  )
}
