import type { AddressFault } from '../../../shared/failure-words.ts'
import { AppError } from '../../app-error.ts'
import { readAddress } from '../../platform/platform-address.ts'

/**
 * The folder that updates come from, without a slash at its end. Only https, and http on this very computer; there is no
 * approval of anything else. Code update.addressInvalid with details.reason (AddressFault).
 */
export function parseUpdateAddress(text: string): string {
  const { origin, pathname } = readAddress(text, invalid)
  return `${origin}${pathname.replace(/\/+$/, '')}`
}

function invalid(reason: AddressFault): AppError {
  return new AppError('update.addressInvalid', { details: { reason } })
}
