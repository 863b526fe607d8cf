import { randomBytes } from 'node:crypto'
import type { PlatformAnswer } from '../../../src/shared/platform/endpoints.ts'
import { isPasswordOf, maskedPhone } from '../accounts.ts'
import { bearerTokenSha256, tokenSha256 } from '../http/bearer.ts'
import { Refusal, secondsUntil } from '../http/problem.ts'
import type { Platform } from '../platform.ts'
import type { Account } from '../state/state.ts'
import type { Call } from './handlers.ts'
import { instant } from './instant.ts'

const wrongPasswordsAllowed = 5
const lockedForMs = 10 * 60_000

export async function login(platform: Platform, { body }: Call<'login'>): Promise<PlatformAnswer<'login'>> {
  const { state, clock, settings } = platform
  const account = state.accounts.find(({ name }) => name === body.account)
  if (account === undefined) throw new Refusal('auth.bad-credentials')
  await checkPassword(account, body.password, clock.now())
  const accessToken = randomBytes(32).toString('base64url')
  const now = clock.now()
  const expiresAt = now + settings.sessionMs
  state.sessions = state.sessions.filter((session) => session.expiresAt > now)
  state.sessions.push({ tokenSha256: tokenSha256(accessToken), accountId: account.id, expiresAt })
  return {
    accessToken,
    expiresAt: instant(expiresAt),
    account: { id: account.id, displayName: account.displayName, maskedPhone: maskedPhone(account) },
  }
}

async function checkPassword(account: Account, password: string, now: number): Promise<void> {
  if (account.lockedUntil > now) {
    throw new Refusal('auth.locked', { retryAfterSeconds: secondsUntil(account.lockedUntil, now) })
  }
  if (await isPasswordOf(account, password)) {
    account.wrongPasswords = 0
    return
  }
  account.wrongPasswords += 1
  const attemptsLeft = wrongPasswordsAllowed - account.wrongPasswords
  if (attemptsLeft === 0) {
    account.wrongPasswords = 0
    account.lockedUntil = now + lockedForMs
  }
  throw new Refusal('auth.bad-credentials', { attemptsLeft })
}

export function logout({ state }: Platform, { authorization }: Call<'logout'>): undefined {
  const hash = bearerTokenSha256(authorization)
  state.sessions = state.sessions.filter((session) => session.tokenSha256 !== hash)
}
