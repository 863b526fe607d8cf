import { useEffect, useState, type KeyboardEvent } from 'react'

const pauseMs = 400

interface SearchFieldProps {
  /** What is looked for now. */
  readonly search: string | undefined
  readonly onSearch: (search: string | undefined) => void
  readonly label: string
  readonly hint: string
}

/** Searches a moment after the last letter, or at once with Enter; not for the letters a Chinese word is made of. */
export function SearchField({ search, onSearch, label, hint }: SearchFieldProps) {
  const [typed, setTyped] = useState(search ?? '')
  const [isComposing, setComposing] = useState(false)
  const [lastSearch, setLastSearch] = useState(search)
  // The conditions were cleared elsewhere.
  if (search !== lastSearch) {
    setLastSearch(search)
    if (search === undefined) setTyped('')
  }
  const wanted = typed.trim() === '' ? undefined : typed.trim()
  useEffect(() => {
    if (isComposing || wanted === search) return
    const timer = setTimeout(() => onSearch(wanted), pauseMs)
    return () => clearTimeout(timer)
  }, [isComposing, wanted, search, onSearch])
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter inside a composition chooses a word.
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) onSearch(wanted)
  }
  return (
    <input
      type="search"
      className="text-input search-input"
      value={typed}
      maxLength={64}
      spellCheck={false}
      aria-label={label}
      placeholder={hint}
      onChange={({ target }) => setTyped(target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onKeyDown={onKeyDown}
    />
  )
}
