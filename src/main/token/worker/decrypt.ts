import type { TokenInput } from '../../../shared/token/messages.ts'
import { AppError } from '../../app-error.ts'
import { CKM } from './cryptoki.ts'
import type { Handle } from './cryptoki.ts'
import { startOperation } from './start-operation.ts'
import { unlockedToken } from './unlock-token.ts'
import { withPrivateKey } from './with-private-key.ts'
import type { WorkerState } from './worker-state.ts'

const plaintextRoom = 1024

/**
 * Native calls: C_DecryptInit and C_Decrypt; for a key that this login has not unwrapped, 3 more to find it, once. What
 * was not encrypted for this key is token.failed or token.deviceError: some modules have no better word for it. A module
 * that does not tell the two apart on purpose (RFC 8017, 7.2.2) answers with something else.
 */
export function decrypt(state: WorkerState, { slot, id, encrypted }: TokenInput<'decrypt'>): Uint8Array {
  const { algorithm, ciphertext } = encrypted
  if (algorithm !== 'rsa-pkcs1') throw new AppError('token.unsupported')
  const place = unlockedToken(state, slot)
  const use = (key: Handle): Uint8Array => {
    startOperation(state, place, (session) => state.module.C_DecryptInit(session, { mechanism: CKM.rsaPkcs }, key))
    const { session } = place.unlocked
    return Uint8Array.from(state.module.C_Decrypt(session, Buffer.from(ciphertext), Buffer.alloc(plaintextRoom)))
  }
  return withPrivateKey(state, place, { id, use })
}
