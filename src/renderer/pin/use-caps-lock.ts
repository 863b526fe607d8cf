import { useState, type KeyboardEvent } from 'react'

/** Whether capitals are locked, as the last key told; nobody can ask before a key is pressed. */
export function useCapsLock(): {
  readonly isLocked: boolean
  readonly listen: (event: KeyboardEvent) => void
} {
  const [isLocked, setLocked] = useState(false)
  return { isLocked, listen: (event) => setLocked(event.getModifierState('CapsLock')) }
}
