import { AppError } from '../../app-error.ts'
import type { TokenInput, WrappedKey } from '../../../shared/token/messages.ts'
import { CKA, CKG, CKK, CKM, CKO, CKZ, oaepParameters } from './cryptoki.ts'
import type { Handle, Template } from './cryptoki.ts'
import { ownPrivateKey } from './own-private-key.ts'
import { isRefusal } from './pkcs11-errors.ts'
import { protectKey } from './protect-key.ts'
import { destroyObject } from './remove-pair.ts'
import { unlockedToken } from './unlock-token.ts'
import type { UnlockedToken } from './unlock-token.ts'
import type { WorkerState } from './worker-state.ts'

/**
 * Native calls: 2 C_UnwrapKey and 2 to read back how the key is protected; 3 more and 2 per object where the unwrapping
 * key is not of this login. Neither key is ever in clear on the host. The AES key is an object of the session and ends
 * with it. After an error there is nothing left of either.
 */
export function unwrapKey(state: WorkerState, input: TokenInput<'unwrapKey'>): void {
  const place = unlockedToken(state, input.slot)
  const { session, found, made } = place.unlocked
  const unwrapping = ownPrivateKey(state, place, input.unwrappingId)
  const wrapping = unwrapWrappingKey(state, place, { unwrapping, wrapped: input.wrapped })
  try {
    const key = unwrapPrivateKey(state, place, { wrapping, input })
    found.delete(input.id)
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
  { module }: WorkerState,
  { unlocked }: UnlockedToken,
  { unwrapping, wrapped }: { readonly unwrapping: Handle; readonly wrapped: WrappedKey },
): Handle {
  const mechanism = wrapped.keyEncryption === 'rsa-pkcs1' ? { mechanism: CKM.rsaPkcs } : oaepSha1
  const encrypted = Buffer.from(wrapped.encryptedKey)
  try {
    return module.C_UnwrapKey(unlocked.session, mechanism, unwrapping, encrypted, wrappingKeyRules)
  } catch (thrown) {
    throw toUnwrapError(thrown)
  }
}

function unwrapPrivateKey(
  { module }: WorkerState,
  { unlocked }: UnlockedToken,
  { wrapping, input }: { readonly wrapping: Handle; readonly input: TokenInput<'unwrapKey'> },
): Handle {
  const template: Template = [
    ...privateKeyRules,
    { type: CKA.id, value: Buffer.from(input.id, 'hex') },
    { type: CKA.label, value: Buffer.from(input.label, 'utf8') },
  ]
  const encrypted = Buffer.from(input.wrapped.encryptedPrivateKey)
  try {
    return module.C_UnwrapKey(unlocked.session, { mechanism: CKM.aesKeyWrapPad }, wrapping, encrypted, template)
  } catch (thrown) {
    throw toUnwrapError(thrown)
  }
}

const oaepSha1 = {
  mechanism: CKM.rsaPkcsOaep,
  parameter: { type: oaepParameters, hashAlg: CKM.sha1, mgf: CKG.mgf1Sha1, source: CKZ.dataSpecified },
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

/** The token, or its driver, does not do this with this key. */
const unsupported = [
  'MECHANISM_INVALID',
  'MECHANISM_PARAM_INVALID',
  'FUNCTION_NOT_SUPPORTED',
  'KEY_FUNCTION_NOT_PERMITTED',
  'KEY_TYPE_INCONSISTENT',
  'UNWRAPPING_KEY_TYPE_INCONSISTENT',
  'UNWRAPPING_KEY_HANDLE_INVALID',
  'UNWRAPPING_KEY_SIZE_RANGE',
  'TEMPLATE_INCONSISTENT',
  'TEMPLATE_INCOMPLETE',
  'ATTRIBUTE_TYPE_INVALID',
  'ATTRIBUTE_VALUE_INVALID',
  'ATTRIBUTE_READ_ONLY',
]

/** These octets are not what the mechanism unwraps. SoftHSM2 has only the last one for that. */
const noKey = [
  'WRAPPED_KEY_INVALID',
  'WRAPPED_KEY_LEN_RANGE',
  'ENCRYPTED_DATA_INVALID',
  'ENCRYPTED_DATA_LEN_RANGE',
  'DATA_INVALID',
  'DATA_LEN_RANGE',
  'GENERAL_ERROR',
]

function toUnwrapError(thrown: unknown): unknown {
  if (!(thrown instanceof AppError)) return thrown
  if (isRefusal(thrown, ...unsupported)) return new AppError('token.unsupported', thrown.failure)
  if (isRefusal(thrown, ...noKey)) return new AppError('token.wrappedKeyRefused', thrown.failure)
  return thrown
}

/** What went wrong is told; that this went wrong as well would not help anybody. It ends with the session at the latest. */
function destroyQuietly({ module }: WorkerState, session: Handle, key: Handle): void {
  try {
    destroyObject(module, session, key)
  } catch {
    // See above.
  }
}
