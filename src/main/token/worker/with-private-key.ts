import { AppError } from '../../app-error.ts'
import type { Handle } from './cryptoki.ts'
import { findById, proveById } from './find-by-id.ts'
import { isRefusal } from './pkcs11-errors.ts'
import type { UnlockedToken } from './unlock-token.ts'
import type { FoundObject, WorkerState } from './worker-state.ts'

interface PrivateKeyUse<Answer> {
  readonly id: string
  /** Called again with another key when the first one was a wrong guess. */
  readonly use: (key: Handle) => Answer
}

/**
 * Uses the private key of this id: known by handle where this login has made it, else searched for (3 native calls,
 * once). What was found may be a guess: a use that succeeds proves it; one that is refused as no key for this has the
 * token asked what it is (2 calls). Code token.keyNotFound.
 */
export function withPrivateKey<Answer>(
  state: WorkerState,
  place: UnlockedToken,
  { id, use }: PrivateKeyUse<Answer>,
): Answer {
  const made = place.unlocked.made.get(id)?.privateKey
  if (made !== undefined) return use(made.handle)
  const guess = privateKeyOf(findById(state, place, id))
  try {
    return useAndProve(place, guess, { id, use })
  } catch (thrown) {
    if (guess.isProven || !isRefusal(thrown, ...notThisKey)) throw thrown
    return useAndProve(place, privateKeyOf(proveById(state, place, id)), { id, use })
  }
}

/** What a module answers to an object that is no private key for the mechanism. */
const notThisKey = [
  'KEY_HANDLE_INVALID',
  'KEY_TYPE_INCONSISTENT',
  'KEY_FUNCTION_NOT_PERMITTED',
  'UNWRAPPING_KEY_HANDLE_INVALID',
  'UNWRAPPING_KEY_TYPE_INCONSISTENT',
  'OBJECT_HANDLE_INVALID',
]

function useAndProve<Answer>(
  { unlocked }: UnlockedToken,
  key: FoundObject,
  { id, use }: PrivateKeyUse<Answer>,
): Answer {
  const answer = use(key.handle)
  const found = unlocked.found.get(id) ?? []
  unlocked.found.set(
    id,
    found.map((object) => (object === key ? { ...key, isProven: true } : object)),
  )
  return answer
}

function privateKeyOf(found: readonly FoundObject[]): FoundObject {
  const key = found.find((object) => object.kind === 'privateKey')
  if (key === undefined) throw new AppError('token.keyNotFound')
  return key
}
