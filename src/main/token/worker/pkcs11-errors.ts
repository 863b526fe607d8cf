import { AppError } from '../../app-error.ts'
import type { ErrorCode } from '../../../shared/error-codes.ts'

/** The one place where a CKR name becomes a code of ours (PKCS#11 v2.40, 5.1). What is not here is `token.failed`. */
const codes: Readonly<Record<string, ErrorCode>> = {
  CKR_TOKEN_NOT_PRESENT: 'token.absent',
  CKR_DEVICE_REMOVED: 'token.absent',
  CKR_SLOT_ID_INVALID: 'token.absent',
  CKR_TOKEN_NOT_RECOGNIZED: 'token.notInitialised',
  CKR_USER_PIN_NOT_INITIALIZED: 'token.notInitialised',
  CKR_SESSION_HANDLE_INVALID: 'token.notUnlocked',
  CKR_SESSION_CLOSED: 'token.notUnlocked',
  CKR_USER_NOT_LOGGED_IN: 'token.notUnlocked',
  CKR_PIN_INCORRECT: 'token.pinIncorrect',
  CKR_PIN_LOCKED: 'token.pinLocked',
  CKR_PIN_LEN_RANGE: 'token.pinLength',
  CKR_PIN_INVALID: 'token.pinInvalid',
  CKR_PIN_EXPIRED: 'token.pinInvalid',
  CKR_KEY_HANDLE_INVALID: 'token.keyNotFound',
  CKR_DEVICE_MEMORY: 'token.noRoom',
  CKR_SESSION_READ_ONLY: 'token.readOnly',
  CKR_TOKEN_WRITE_PROTECTED: 'token.readOnly',
  CKR_ACTION_PROHIBITED: 'token.readOnly',
  CKR_FUNCTION_NOT_SUPPORTED: 'token.unsupported',
  CKR_MECHANISM_INVALID: 'token.unsupported',
  CKR_MECHANISM_PARAM_INVALID: 'token.unsupported',
  CKR_KEY_SIZE_RANGE: 'token.unsupported',
  CKR_CURVE_NOT_SUPPORTED: 'token.unsupported',
  CKR_DOMAIN_PARAMS_INVALID: 'token.unsupported',
  CKR_DEVICE_ERROR: 'token.deviceError',
  CKR_GENERAL_ERROR: 'token.deviceError',
  CKR_FUNCTION_FAILED: 'token.deviceError',
  CKR_HOST_MEMORY: 'token.deviceError',
  CKR_CRYPTOKI_NOT_INITIALIZED: 'token.moduleBroken',
}

/**
 * What pkcs11js threw, as ours. Its errors are uneven: some calls throw a Pkcs11Error with a code, others a plain Error
 * "CKR_X:145"; the name is in the message of all of them. The message itself may quote arguments and stays behind.
 */
export function toTokenError(call: string, thrown: unknown): AppError {
  const name = thrown instanceof Error ? /(CKR_\w+):?(\d+)?/.exec(thrown.message) : null
  const ckr = name?.[1] === 'CKR_VENDOR_DEFINED' ? `CKR_VENDOR_DEFINED:${name[2] ?? ''}` : (name?.[1] ?? 'none')
  return new AppError(codes[ckr] ?? 'token.failed', { details: { call, ckr } })
}

/** Did the module answer with one of these? Names without their CKR_ prefix. */
export function isRefusal(thrown: unknown, ...names: readonly string[]): boolean {
  const ckr = thrown instanceof AppError ? thrown.failure.details?.['ckr'] : undefined
  return typeof ckr === 'string' && names.includes(ckr.replace('CKR_', ''))
}

/** The session, or what it was opened on, is not there any more. */
export function isSessionGone(thrown: unknown): boolean {
  return isRefusal(thrown, 'SESSION_HANDLE_INVALID', 'SESSION_CLOSED', 'DEVICE_REMOVED', 'TOKEN_NOT_PRESENT')
}
