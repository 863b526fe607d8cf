import type { ErrorCode } from '../error-codes.ts'
import { bjcaErrors, gdcaErrors } from './vendor/applications.ts'
import { pkcs11Errors } from './vendor/pkcs11.ts'
import { skfErrors } from './vendor/skf.ts'
import type { VendorError } from './vendor/vendor-error.ts'

/** Every vendor's value that is known here, with the code of ours that it means. */
export const vendorErrors: readonly VendorError[] = [...pkcs11Errors, ...skfErrors, ...bjcaErrors, ...gdcaErrors]

/** The values that end at this code. */
export function vendorErrorsOf(code: ErrorCode): readonly VendorError[] {
  return vendorErrors.filter((error) => error.code === code)
}
