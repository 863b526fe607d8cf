import { randomBytes } from 'node:crypto'
import type { PlatformAnswer } from '../../../src/shared/platform/endpoints.ts'
import { isPasswordOf, maskedPhone } from '../accounts.ts'
import { bearerTokenSha256, tokenSha256 } from '../http/bearer.ts'
import { Refusal, secondsUntil } from '../http/problem.ts'
import type { Platform } from '../platform.ts'
import type { Account } from '../state/state.ts'
import { useCaptcha } from './captcha-handlers.ts'
import type { Call } from './handlers.ts'
import { instant } from './instant.ts'
import { takeTurn } from './rate-limit.ts'

const wrongPasswordsAllowed = 5
const lockedForMs = 10 * 60_000

export async function login(platform: Platform, { body }: Call<'login'>): Promise<PlatformAnswer<'login'>> {
  takeTurn(platform, 'login')
  const { state, clock, settings } = platform
  const account = state.accounts.find(({ name }) => name === body.account)
  if (account !== undefined) assertNotLocked(account, clock.now())
  if ((account?.wrongPasswords ?? 0) >= settings.captchaAfter) useCaptcha(platform, body.captcha)
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
    account: holderOf(account),
  }
}

function holderOf(account: Account) {
  return { id: account.id, displayName: account.displayName, maskedPhone: maskedPhone(account) }
}

/** Errors: auth.locked. */
function assertNotLocked({ lockedUntil }: Account, now: number): void {
  if (lockedUntil > now) throw new Refusal('auth.locked', { retryAfterSeconds: secondsUntil(lockedUntil, now) })
}

/** Errors: auth.bad-credentials. */
async function checkPassword(account: Account, password: string, now: number): Promise<void> {
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

export function getSession(
  { state }: Platform,
  { account, authorization }: Call<'getSession'>,
): PlatformAnswer<'getSession'> {
  const hash = bearerTokenSha256(authorization)
  const session = state.sessions.find(({ tokenSha256 }) => tokenSha256 === hash)
  if (session === undefined) throw new Refusal('auth.session-expired')
  return { expiresAt: instant(session.expiresAt), account: holderOf(account) }
}

export function logout({ state }: Platform, { authorization }: Call<'logout'>): undefined {
  const hash = bearerTokenSha256(authorization)
  state.sessions = state.sessions.filter((session) => session.tokenSha256 !== hash)
}
