import { useRef, useState, type RefObject } from 'react'
import type { Token } from '../../shared/ipc/models.ts'
import { brokenPinRules, pinRules, type PinPolicy, type PinRule } from '../../shared/pin-policy.ts'

/** The fields of a new PIN: what is typed stays in them, and only what it breaks is known here. */
export interface NewPin {
  /** The old PIN, or the security officer's. */
  readonly firstRef: RefObject<HTMLInputElement | null>
  readonly newRef: RefObject<HTMLInputElement | null>
  readonly repeatRef: RefObject<HTMLInputElement | null>
  readonly broken: readonly PinRule[]
  readonly isRepeated: boolean
  readonly isReady: boolean
  readonly edited: () => void
  /** Reads the fields and empties them. */
  readonly take: () => { readonly first: string; readonly newPin: string }
}

interface Rules {
  readonly policy: PinPolicy
  readonly pin: Token['pin']
  /** The first field is the old PIN, which the new one must not be. */
  readonly isOldKnown: boolean
}

interface Seen {
  readonly broken: readonly PinRule[]
  readonly isRepeated: boolean
  readonly hasFirst: boolean
}

export function useNewPin({ policy, pin, isOldKnown }: Rules): NewPin {
  const fields = [
    useRef<HTMLInputElement>(null),
    useRef<HTMLInputElement>(null),
    useRef<HTMLInputElement>(null),
  ] as const
  const [firstRef, newRef, repeatRef] = fields
  const [seen, setSeen] = useState<Seen>({ broken: pinRules, isRepeated: false, hasFirst: false })
  const edited = () => {
    const [first = '', newPin = '', repeat = ''] = fields.map((field) => field.current?.value ?? '')
    const broken = brokenPinRules(newPin, { policy, limits: pin, oldPin: isOldKnown ? first : undefined })
    setSeen({ broken, isRepeated: newPin !== '' && newPin === repeat, hasFirst: first !== '' })
  }
  return {
    ...{ firstRef, newRef, repeatRef, edited },
    ...{ broken: seen.broken, isRepeated: seen.isRepeated },
    isReady: seen.broken.length === 0 && seen.isRepeated && seen.hasFirst,
    take: () => {
      const [first = '', newPin = ''] = fields.map((field) => field.current?.value ?? '')
      for (const { current } of fields) if (current !== null) current.value = ''
      edited()
      firstRef.current?.focus()
      return { first, newPin }
    },
  }
}
