import type { TokenInput } from '../../../shared/token/messages.ts'
import { CKM } from './cryptoki.ts'
import { ownPrivateKey } from './own-private-key.ts'
import { unlockedToken } from './unlock-token.ts'
import type { WorkerState } from './worker-state.ts'

const plaintextRoom = 1024

/** Native calls: C_DecryptInit and C_Decrypt; 3 more and 2 per object for a key that is not of this login. */
export function decrypt(state: WorkerState, { slot, id, ciphertext }: TokenInput<'decrypt'>): Uint8Array {
  const place = unlockedToken(state, slot)
  const { session } = place.unlocked
  state.module.C_DecryptInit(session, { mechanism: CKM.rsaPkcs }, ownPrivateKey(state, place, id))
  return Uint8Array.from(state.module.C_Decrypt(session, Buffer.from(ciphertext), Buffer.alloc(plaintextRoom)))
}
