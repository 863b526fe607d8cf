import { useSyncExternalStore } from 'react'

/** Below this a table of eight columns is no longer read with ease: at 125 % scale and more, and in a small window. */
const query = '(max-width: 939px)'

function subscribe(changed: () => void): () => void {
  const media = window.matchMedia(query)
  media.addEventListener('change', changed)
  return () => media.removeEventListener('change', changed)
}

export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}
