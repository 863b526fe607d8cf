import { createHash, X509Certificate } from 'node:crypto'

import type { TokenInput } from '../../../shared/token/messages.ts'
import type { Handle } from './cryptoki.ts'
import { keyFamilies } from './generate-key-pair.ts'
import { readKeyFamily } from './public-key.ts'
import { signWith } from './sign-with.ts'
import { unlockedToken } from './unlock-token.ts'
import type { UnlockedToken } from './unlock-token.ts'
import { withPrivateKey } from './with-private-key.ts'
import type { KeyFamily, KnownToken, WorkerState } from './worker-state.ts'

/**
 * Native calls: C_SignInit and C_Sign; for a pair that this login has not made, 3 more to find it, once. The hash is
 * made on the host and CKM_ECDSA and CKM_RSA_PKCS sign it: every module has these two.
 */
export function signText(state: WorkerState, { slot, id, text }: TokenInput<'sign'>): Uint8Array {
  const place = unlockedToken(state, slot)
  const digest = createHash('sha256').update(text).digest()
  const use = (handle: Handle): Uint8Array =>
    signWith(state, place, { handle, family: familyOf(state, place, { id, handle }) }, digest)
  return withPrivateKey(state, place, { id, use })
}

interface IdentifiedKey {
  readonly id: string
  readonly handle: Handle
}

function familyOf(state: WorkerState, { token, unlocked }: UnlockedToken, { id, handle }: IdentifiedKey): KeyFamily {
  const made = unlocked.made.get(id)?.privateKey
  if (made !== undefined) return keyFamilies[made.keyType]
  return listedFamily(token, id) ?? readKeyFamily(state.module, unlocked.session, handle)
}

/** The listed certificate of this id tells what its key is, which saves asking; undefined where it cannot be read. */
function listedFamily(token: KnownToken, id: string): KeyFamily | undefined {
  for (const object of token.objects.values()) {
    if (object.kind !== 'certificate' || object.id !== id) continue
    const type = publicKeyTypeOf(object.value)
    if (type === 'rsa' || type === 'ec') return type
  }
  return undefined
}

function publicKeyTypeOf(certificate: Uint8Array): string | undefined {
  try {
    return new X509Certificate(certificate).publicKey.asymmetricKeyType
  } catch {
    return undefined
  }
}
