import { useEffect, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlatformCertificates } from './platform-certificates-store.ts'

const pauseMs = 400

/** Searches a moment after the last letter, or at once with Enter; not for the letters a Chinese word is made of. */
export function SearchField() {
  const { t } = useTranslation('platform')
  const search = usePlatformCertificates((state) => state.query.search)
  const ask = usePlatformCertificates((state) => state.ask)
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
    const timer = setTimeout(() => void ask({ search: wanted }), pauseMs)
    return () => clearTimeout(timer)
  }, [isComposing, wanted, search, ask])
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter inside a composition chooses a word.
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) void ask({ search: wanted })
  }
  return (
    <input
      type="search"
      className="text-input search-input"
      value={typed}
      maxLength={64}
      spellCheck={false}
      aria-label={t('certificates.search')}
      placeholder={t('certificates.searchHint')}
      onChange={({ target }) => setTyped(target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onKeyDown={onKeyDown}
    />
  )
}
