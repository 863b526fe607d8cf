import { AppError } from '../../app-error.ts'
import type { ErrorCode } from '../../../shared/error-codes.ts'
import { pkcs11Errors } from '../../../shared/failures/vendor/pkcs11.ts'

/** By the name of a CKR value; what the table does not know is `token.failed`. */
const codes: ReadonlyMap<string, ErrorCode> = new Map(pkcs11Errors.map(({ name, code }) => [name, code]))

/**
 * What pkcs11js threw, as ours. Its errors are uneven: some calls throw a Pkcs11Error with a code, others a plain Error
 * "CKR_X:145"; the name is in the message of all of them. The message itself may quote arguments and stays behind.
 */
export function toTokenError(call: string, thrown: unknown): AppError {
  const name = thrown instanceof Error ? /(CKR_\w+):?(\d+)?/.exec(thrown.message) : null
  const ckr = name?.[1] === 'CKR_VENDOR_DEFINED' ? `CKR_VENDOR_DEFINED:${name[2] ?? ''}` : (name?.[1] ?? 'none')
  return new AppError(codes.get(ckr) ?? 'token.failed', { details: { call, ckr } })
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
