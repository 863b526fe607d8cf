import { AppError } from '../../app-error.ts'
import type { Cryptoki } from './cryptoki.ts'
import { isRefusal } from './pkcs11-errors.ts'
import type { KnownToken } from './worker-state.ts'

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

/** These octets are not what the mechanism unwraps. */
const noKey = [
  'WRAPPED_KEY_INVALID',
  'WRAPPED_KEY_LEN_RANGE',
  'ENCRYPTED_DATA_INVALID',
  'ENCRYPTED_DATA_LEN_RANGE',
  'DATA_INVALID',
  'DATA_LEN_RANGE',
]

/** SoftHSM2 says the first to what cannot be decrypted and the second to what is no key then. So may a broken token. */
const vague = ['GENERAL_ERROR', 'FUNCTION_FAILED']

/**
 * What C_UnwrapKey refused, as token.unsupported or token.wrappedKeyRefused; anything else stays what it is. Native
 * calls: none, or C_GetTokenInfo where the module did not say whether it means the key or the token.
 */
export function toUnwrapError(module: Cryptoki, token: KnownToken, thrown: unknown): unknown {
  if (!(thrown instanceof AppError)) return thrown
  if (isRefusal(thrown, ...unsupported)) return new AppError('token.unsupported', thrown.failure)
  const isKeyRefused = isRefusal(thrown, ...noKey) || (isRefusal(thrown, ...vague) && isWell(module, token))
  return isKeyRefused ? new AppError('token.wrappedKeyRefused', thrown.failure) : thrown
}

/** Not C_GetSessionInfo: most modules answer that from memory, also when the token has died. */
function isWell(module: Cryptoki, { slot, info }: KnownToken): boolean {
  try {
    return module.C_GetTokenInfo(slot).serialNumber === info.serialNumber
  } catch {
    return false
  }
}
