import { AppError } from '../../app-error.ts'
import type { Handle } from './cryptoki.ts'
import { proveById } from './find-by-id.ts'
import type { UnlockedToken } from './unlock-token.ts'
import type { WorkerState } from './worker-state.ts'

/** The private key of this id: known where this login has made it, else searched for. Code token.keyNotFound. */
export function ownPrivateKey(state: WorkerState, place: UnlockedToken, id: string): Handle {
  const made = place.unlocked.made.get(id)?.privateKey
  if (made !== undefined) return made.handle
  const found = proveById(state, place, id).find(({ kind }) => kind === 'privateKey')
  if (found === undefined) throw new AppError('token.keyNotFound')
  return found.handle
}
