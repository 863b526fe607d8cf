import { useState } from 'react'
import type { Failure } from '../../shared/failure.ts'

export interface PinnedAction {
  readonly isAsking: boolean
  /** Why the last PIN did not do. */
  readonly failure: Failure | undefined
  /** Asks for the PIN, or tries without it and asks when that turns out to be needed. */
  readonly begin: (how: { readonly needsPin: boolean }) => Promise<void>
  readonly submit: (pin: string) => Promise<void>
  readonly close: () => void
}

/** An action that may need the PIN; `act` answers with a failure of the PIN, else with undefined. */
export function usePinnedAction(act: (pin?: string) => Promise<Failure | undefined>): PinnedAction {
  const [isAsking, setAsking] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const attempt = async (pin?: string) => {
    const refused = await act(pin)
    setAsking(refused !== undefined)
    setFailure(pin === undefined ? undefined : refused)
  }
  return {
    isAsking,
    failure,
    begin: async ({ needsPin }) => {
      setFailure(undefined)
      if (needsPin) setAsking(true)
      else await attempt()
    },
    submit: attempt,
    close: () => {
      setAsking(false)
      setFailure(undefined)
    },
  }
}
