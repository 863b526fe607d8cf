import { useEffect, useRef } from 'react'
import type { HelpReference } from '../../shared/content/help-reference.ts'
import { useHelp } from './help-store.ts'

/**
 * 返回 goes away with the article, and the focus with it: it comes back to the link that the article was opened by, or to
 * the field where the hits are chosen.
 */
export function useFocusOnReturn(shown: HelpReference | undefined) {
  const fieldRef = useRef<HTMLInputElement>(null)
  const topicsRef = useRef<HTMLDivElement>(null)
  const left = useRef<HelpReference>(undefined)
  const back = useHelp((state) => state.back)
  useEffect(() => {
    const reference = left.current
    left.current = undefined
    if (shown !== undefined || reference === undefined) return
    const link = topicsRef.current?.querySelector<HTMLElement>(`[data-reference="${reference}"]`)
    ;(link ?? fieldRef.current)?.focus()
  }, [shown])
  const onBack = () => {
    left.current = shown
    back()
  }
  return { fieldRef, topicsRef, onBack }
}
