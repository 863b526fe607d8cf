import type { TokenInput, TokenOutput } from '../../../shared/token/messages.ts'
import { readCertificate } from './certificate-object.ts'
import { proveById } from './find-by-id.ts'
import { readKeyFamily, readPublicKey } from './public-key.ts'
import { unlockedToken } from './unlock-token.ts'
import type { WorkerState } from './worker-state.ts'

/** Asks the token anew: this is what an interrupted renewal goes by. Native calls: 3 and about 10 for a whole pair. */
export function readPair(state: WorkerState, { slot, id }: TokenInput<'readPair'>): TokenOutput<'readPair'> {
  const place = unlockedToken(state, slot)
  const { session, found } = place.unlocked
  found.delete(id)
  const objects = proveById(state, place, id)
  const publicKey = objects.find((object) => object.kind === 'publicKey')?.handle
  return {
    ...readCertificate(state, { slot, id }),
    ...(publicKey === undefined
      ? {}
      : {
          publicKey: readPublicKey(state.module, session, publicKey, readKeyFamily(state.module, session, publicKey)),
        }),
    hasPrivateKey: objects.some((object) => object.kind === 'privateKey'),
  }
}
