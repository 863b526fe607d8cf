import { useCallback, useEffect, useReducer } from 'react'
import { useAccount } from '../account/account-store.ts'
import type { Failure } from '../../shared/failure.ts'
import type { ContentSource } from '../../shared/ipc/models-content.ts'
import { toFailure } from '../desktop.ts'

type Known<T> = { readonly isKnown: true; readonly value: T } | { readonly isKnown: false }

/** @param which one of several is wanted: a page, an id */
type AskContent<T, W> = (which: W, source: ContentSource) => Promise<Known<T>>

export interface ContentAnswer<T> {
  /** The newest there is: first what is kept, then what the platform says. */
  readonly value: T | undefined
  readonly isLoading: boolean
  /** Why it is not the platform's newest. */
  readonly failure: Failure | undefined
  readonly reload: () => void
}

interface Answer<T> {
  /** What was asked for; an answer to something else is none. */
  readonly key: string
  readonly value?: T
  readonly failure?: Failure
  readonly isOver: boolean
}

/**
 * What the platform has published: what is kept of it at once, and the newest as soon as it comes.
 *
 * @param ask a function of a module: another one asks anew
 */
export function useContent<T, W extends string | number>(ask: AskContent<T, W>, which: W): ContentAnswer<T> {
  const address = useAccount((state) => state.account.platformAddress)
  const [turn, again] = useReducer((before: number) => before + 1, 0)
  const [answer, learn] = useReducer(newest<T>, undefined)
  const key = JSON.stringify([address, which])
  useEffect(() => {
    const wanted = { isStill: true }
    void read(ask, which, (part) => {
      if (wanted.isStill) learn({ key, ...part })
    })
    return () => {
      wanted.isStill = false
    }
  }, [ask, which, key, turn])
  const current = answer?.key === key ? answer : undefined
  const reload = useCallback(() => {
    learn({ key, isOver: false })
    again()
  }, [key])
  const { value, failure, isOver = false } = current ?? {}
  return { value, isLoading: !isOver, failure, reload }
}

/** While it is asked for again, what was there is shown, and no failure. */
function newest<T>(before: Answer<T> | undefined, now: Answer<T>): Answer<T> {
  const { value } = { ...(before?.key === now.key ? before : {}), ...now }
  return value === undefined ? now : { ...now, value }
}

async function read<T, W>(
  ask: AskContent<T, W>,
  which: W,
  learn: (part: Omit<Answer<T>, 'key'>) => void,
): Promise<void> {
  try {
    const kept = await ask(which, 'kept').catch(() => ({ isKnown: false }) as const)
    if (kept.isKnown) learn({ value: kept.value, isOver: false })
    const fresh = await ask(which, 'platform')
    learn(fresh.isKnown ? { value: fresh.value, isOver: true } : { isOver: true })
  } catch (thrown) {
    learn({ failure: toFailure(thrown), isOver: true })
  }
}
