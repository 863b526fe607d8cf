import { AppError } from '../../app-error.ts'
import type { RsaWrappedKey, TokenInput } from '../../../shared/token/messages.ts'
import { CKA, CKG, CKK, CKM, CKO, CKZ, oaepParameters } from './cryptoki.ts'
import type { Handle, Mechanism, OaepParameters, Template } from './cryptoki.ts'
import { protectKey } from './protect-key.ts'
import { destroyObject } from './remove-pair.ts'
import { unlockedToken } from './unlock-token.ts'
import type { UnlockedToken } from './unlock-token.ts'
import { toUnwrapError } from './unwrap-error.ts'
import { withPrivateKey } from './with-private-key.ts'
import type { WorkerState } from './worker-state.ts'

/**
 * Native calls: 2 C_UnwrapKey and 2 to read back how the key is protected; 3 more to find an unwrapping key that this
 * login has not made. Neither key is ever in clear on the host. The AES key is an object of the session and ends with it.
 * After an error there is nothing left of either, unless the error is that it could not be destroyed.
 */
export function unwrapKey(state: WorkerState, input: TokenInput<'unwrapKey'>): void {
  const { wrapped } = input
  if (wrapped.keyEncryption === 'sm2-enveloped') throw new AppError('token.unsupported')
  const place = unlockedToken(state, input.slot)
  const { session, found, made } = place.unlocked
  const wrapping = unwrapWrappingKey(state, place, { unwrappingId: input.unwrappingId, wrapped })
  try {
    found.delete(input.id)
    const key = unwrapPrivateKey(state, place, { wrapping, wrapped, input })
    try {
      protectKey(state.module, session, key)
    } catch (thrown) {
      destroyObject(state.module, session, key)
      throw thrown
    }
    made.set(input.id, { privateKey: { handle: key, keyType: 'rsa-2048' } })
  } catch (thrown) {
    destroyQuietly(state, session, wrapping)
    throw thrown
  }
}

function unwrapWrappingKey(
  state: WorkerState,
  place: UnlockedToken,
  { unwrappingId, wrapped }: { readonly unwrappingId: string; readonly wrapped: RsaWrappedKey },
): Handle {
  const mechanism = mechanisms[wrapped.keyEncryption]
  const use = (unwrapping: Handle): Handle =>
    unwrap(state, place, { mechanism, unwrapping, octets: wrapped.encryptedKey, template: wrappingKeyRules })
  return withPrivateKey(state, place, { id: unwrappingId, use })
}

interface Wrapped {
  readonly wrapping: Handle
  readonly wrapped: RsaWrappedKey
  readonly input: TokenInput<'unwrapKey'>
}

function unwrapPrivateKey(state: WorkerState, place: UnlockedToken, { wrapping, wrapped, input }: Wrapped): Handle {
  const template: Template = [
    ...privateKeyRules,
    { type: CKA.id, value: Buffer.from(input.id, 'hex') },
    { type: CKA.label, value: Buffer.from(input.label, 'utf8') },
  ]
  const mechanism = { mechanism: CKM.aesKeyWrapPad }
  return unwrap(state, place, { mechanism, unwrapping: wrapping, octets: wrapped.encryptedPrivateKey, template })
}

interface Unwrapping {
  readonly mechanism: Mechanism
  readonly unwrapping: Handle
  readonly octets: Uint8Array
  readonly template: Template
}

function unwrap(
  { module }: WorkerState,
  { token, unlocked }: UnlockedToken,
  { mechanism, unwrapping, octets, template }: Unwrapping,
): Handle {
  try {
    return module.C_UnwrapKey(unlocked.session, mechanism, unwrapping, Buffer.from(octets), template)
  } catch (thrown) {
    throw toUnwrapError(module, token, thrown)
  }
}

const sha1Oaep: OaepParameters = {
  type: oaepParameters,
  hashAlg: CKM.sha1,
  mgf: CKG.mgf1Sha1,
  source: CKZ.dataSpecified,
}

const mechanisms: Readonly<Record<RsaWrappedKey['keyEncryption'], Mechanism>> = {
  'rsa-oaep-sha1': { mechanism: CKM.rsaPkcsOaep, parameter: sha1Oaep },
  'rsa-pkcs1': { mechanism: CKM.rsaPkcs },
}

/** For this session, and for nothing but unwrapping. */
const wrappingKeyRules: Template = [
  { type: CKA.class, value: CKO.secretKey },
  { type: CKA.keyType, value: CKK.aes },
  { type: CKA.token, value: false },
  { type: CKA.sensitive, value: true },
  { type: CKA.extractable, value: false },
  { type: CKA.unwrap, value: true },
]

const privateKeyRules: Template = [
  { type: CKA.class, value: CKO.privateKey },
  { type: CKA.keyType, value: CKK.rsa },
  { type: CKA.token, value: true },
  { type: CKA.private, value: true },
  { type: CKA.sensitive, value: true },
  { type: CKA.extractable, value: false },
  { type: CKA.decrypt, value: true },
  { type: CKA.unwrap, value: true },
]

/** Why it is destroyed is what has to be told. It ends with the session at the latest. */
function destroyQuietly({ module }: WorkerState, session: Handle, key: Handle): void {
  try {
    destroyObject(module, session, key)
  } catch {
    // See above.
  }
}
