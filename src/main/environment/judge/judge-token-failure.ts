import type { ErrorCode } from '../../../shared/error-codes.ts'
import type { Failure } from '../../../shared/failure.ts'
import type { Finding } from '../../../shared/ipc/models-environment.ts'

/** The driver has answered; what it says is about the token. */
const aboutTheToken: readonly ErrorCode[] = ['token.absent', 'token.otherToken']

/** Whose fault it is that no token could be looked at: a driver that fails says nothing about the token. */
export function judgeTokenFailure(failure: Failure): { readonly driver: Finding; readonly token: Finding } {
  return aboutTheToken.includes(failure.code)
    ? { driver: { state: 'ok' }, token: { state: 'blocked', failure } }
    : { driver: { state: 'blocked', failure }, token: { state: 'unknown' } }
}
