import { X509Certificate } from 'node:crypto'

import { AppError } from '../../app-error.ts'
import type { TokenInput } from '../../../shared/token/messages.ts'
import { findById, proveById } from './find-by-id.ts'
import { keyFamilies } from './generate-key-pair.ts'
import { isRefusal } from './pkcs11-errors.ts'
import { readKeyFamily } from './public-key.ts'
import { signWith } from './sign-with.ts'
import { unlockedToken } from './unlock-token.ts'
import type { UnlockedToken } from './unlock-token.ts'
import type { FoundObject, KeyFamily, KnownToken, WorkerState } from './worker-state.ts'

/**
 * Native calls: C_SignInit and C_Sign; for a pair that this login has not made, 3 more to find it, once. The hash is
 * made on the host and CKM_ECDSA and CKM_RSA_PKCS sign it: every module has these two.
 */
export function signDigest(state: WorkerState, { slot, id, digest }: TokenInput<'sign'>): Uint8Array {
  const place = unlockedToken(state, slot)
  const made = place.unlocked.made.get(id)?.privateKey
  if (made !== undefined) {
    return signWith(state, place, { handle: made.handle, family: keyFamilies[made.keyType] }, digest)
  }
  const guess = privateKeyOf(findById(state, place, id))
  try {
    return signAndProve(state, place, { id, object: guess, digest })
  } catch (thrown) {
    if (guess.isProven || !isRefusal(thrown, 'KEY_HANDLE_INVALID', ...notASigningKey)) throw thrown
    return signAndProve(state, place, { id, object: privateKeyOf(proveById(state, place, id)), digest })
  }
}

/** What a module answers to C_SignInit with an object that is no private key for this mechanism. */
const notASigningKey = ['KEY_TYPE_INCONSISTENT', 'KEY_FUNCTION_NOT_PERMITTED', 'OBJECT_HANDLE_INVALID']

interface Signing {
  readonly id: string
  readonly object: FoundObject
  readonly digest: Uint8Array
}

function signAndProve(state: WorkerState, place: UnlockedToken, { id, object, digest }: Signing): Uint8Array {
  const { token, unlocked } = place
  const family = familyOf(token, id) ?? readKeyFamily(state.module, unlocked.session, object.handle)
  const signature = signWith(state, place, { handle: object.handle, family }, digest)
  const found = unlocked.found.get(id) ?? []
  unlocked.found.set(
    id,
    found.map((other) => (other === object ? { ...object, isProven: true } : other)),
  )
  return signature
}

function privateKeyOf(found: readonly FoundObject[]): FoundObject {
  const key = found.find((object) => object.kind === 'privateKey')
  if (key === undefined) throw new AppError('token.keyNotFound')
  return key
}

/** The listed certificate of this id tells what its key is, which saves asking; undefined where it cannot be read. */
function familyOf(token: KnownToken, id: string): KeyFamily | undefined {
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
