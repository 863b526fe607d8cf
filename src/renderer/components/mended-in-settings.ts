import type { ErrorCode } from '../../shared/error-codes.ts'
import type { Failure } from '../../shared/failure.ts'

const codes: readonly ErrorCode[] = [
  'platform.notConfigured',
  'platform.addressInvalid',
  'platform.proxy',
  'token.noModule',
  'token.quarantined',
]

/** Does the way out of this failure lead through the settings? */
export function isMendedInSettings({ code }: Failure): boolean {
  return codes.includes(code)
}
