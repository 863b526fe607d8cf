import { useSyncExternalStore } from 'react'
import { useAppearance } from '../appearance/appearance-store.ts'

/** Below this a table of eight columns is no longer read with ease: at 125 % scale and more, and in a small window. */
const query = '(max-width: 939px)'

function subscribe(changed: () => void): () => void {
  const media = window.matchMedia(query)
  media.addEventListener('change', changed)
  return () => media.removeEventListener('change', changed)
}

/** A larger text needs the room that a smaller window has not got. */
export function useIsNarrow(): boolean {
  const isLarge = useAppearance((state) => (state.appearance?.textSize ?? 100) > 100)
  const isNarrow = useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
  return isLarge || isNarrow
}
