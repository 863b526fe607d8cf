import { createHash } from 'node:crypto'
import type { Account, PlatformState } from '../state/state.ts'

/** Only the hash of a session token is kept. */
export function tokenSha256(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** The hash of the token that an Authorization header carries (RFC 6750). */
export function bearerTokenSha256(authorization: string | undefined): string | undefined {
  const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1]
  return token === undefined ? undefined : tokenSha256(token)
}

/** Whose session it is; undefined when there is none or it has expired. */
export function bearerAccount(
  state: PlatformState,
  authorization: string | undefined,
  now: number,
): Account | undefined {
  const hash = bearerTokenSha256(authorization)
  const session = state.sessions.find(({ tokenSha256, expiresAt }) => tokenSha256 === hash && expiresAt > now)
  return state.accounts.find(({ id }) => id === session?.accountId)
}
