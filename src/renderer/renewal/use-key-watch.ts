import { useEffect, useState } from 'react'
import type { Failure } from '../../shared/failure.ts'
import type { Renewal } from '../../shared/ipc/models.ts'
import { useCertificates } from '../certificates/certificates-store.ts'
import { tokenPlace, type TokenPlace } from './token-place.ts'

/** What a step that works on the token has to say about it; nothing while it is `here`. */
export type KeyWatch = 'here' | 'absent' | 'other' | 'driver' | 'returned'

/** Watches the token of a renewal: a failure may tell that it was pulled out, and so may the list of tokens. */
export function useKeyWatch(renewal: Renewal, failure: Failure | undefined): KeyWatch {
  const place = useCertificates(({ overview }) => tokenPlace(overview, renewal))
  const wasPulled = failure?.code === 'token.absent' || failure?.code === 'token.otherToken'
  const isFound = useSecondLook(wasPulled ? failure : undefined)
  const wasGone = useWasGone(place, renewal)
  if (!wasPulled && !needsToken(renewal)) return 'here'
  if (isGone(place)) return place
  if (wasPulled) return place === 'here' && isFound ? 'returned' : 'absent'
  return wasGone && place === 'here' ? 'returned' : 'here'
}

export function isKeyGone(watch: KeyWatch): boolean {
  return watch === 'absent' || watch === 'other' || watch === 'driver'
}

/** While the platform reviews, the key may be anywhere. */
function needsToken({ state, busy }: Renewal): boolean {
  return busy || state !== 'submitted'
}

function isGone(place: TokenPlace): place is 'absent' | 'other' | 'driver' {
  return place === 'absent' || place === 'other' || place === 'driver'
}

/** Has the token been missed on this page since something was done last? */
function useWasGone(place: TokenPlace, { busy }: Renewal): boolean {
  const [wasGone, setWasGone] = useState(false)
  if (isGone(place) && !wasGone) setWasGone(true)
  if (place === 'here' && busy && wasGone) setWasGone(false)
  return wasGone
}

/** The list of tokens may be older than a failure that tells of a missing one: it is read anew before it is believed. */
function useSecondLook(failure: Failure | undefined): boolean {
  const refresh = useCertificates((state) => state.refresh)
  const [looked, setLooked] = useState<Failure>()
  useEffect(() => {
    if (failure !== undefined) void refresh().then(() => setLooked(failure))
  }, [failure, refresh])
  return failure !== undefined && looked === failure
}
