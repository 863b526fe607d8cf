import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react'

interface KeptFocus {
  readonly ref: RefObject<HTMLElement | null>
  readonly tabIndex: -1
  readonly onFocus: () => void
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void
}

/** A row that was mended goes away with its button: the focus stays with what is around it, not with nothing. */
export function useKeptFocus(): KeptFocus {
  const ref = useRef<HTMLElement>(null)
  const isInside = useRef(false)
  // An element that is taken away loses the focus without a word.
  useLayoutEffect(() => {
    if (isInside.current && document.activeElement === document.body) ref.current?.focus()
  })
  return {
    ...{ ref, tabIndex: -1 },
    onFocus: () => {
      isInside.current = true
    },
    onBlur: ({ currentTarget, relatedTarget }) => {
      isInside.current = currentTarget.contains(relatedTarget)
    },
  }
}
