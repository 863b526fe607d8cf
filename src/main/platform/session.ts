import { AppError } from '../app-error.ts'
import type { Access, AccessListener, SessionAccount } from './access.ts'
import { readCaptcha, type LoginCaptcha } from './captcha.ts'
import type { PlatformCall } from './platform-call.ts'

/** What the user has read from the picture with this id. */
interface CaptchaAnswer {
  readonly id: string
  readonly answer: string
}

/** Log-in and log-out at the platform. */
export interface PlatformSession {
  /**
   * Sent once, never repeated. Codes platform.badCredentials (details.attemptsLeft), platform.captchaRequired,
   * platform.captchaWrong, platform.accountLocked (details.retryAfterSeconds), platform.rateLimited and those of any call.
   */
  login(account: string, password: string, captcha?: CaptchaAnswer): Promise<SessionAccount>
  /** A new picture, for when a login was refused for want of one. Codes of any call. */
  captcha(): Promise<LoginCaptcha>
  /** Forgets the token at once and tells the platform if it can be reached. Never rejects. */
  logout(): Promise<void>
  /** Undefined when nobody is logged in at the address that is configured now. */
  current(): SessionAccount | undefined
  /** Told after each change; answers with its end. */
  subscribe(listener: AccessListener): () => void
}

export interface SessionDependencies {
  readonly access: Access
  readonly call: PlatformCall
  /** Normalised; throws platform.notConfigured or platform.addressInvalid. */
  readonly baseUrl: () => string
}

export function createSession({ access, call, baseUrl }: SessionDependencies): PlatformSession {
  return {
    login: async (account, password, captcha) => {
      const platform = baseUrl()
      const body = { account, password, ...(captcha === undefined ? {} : { captcha }) }
      const session = await call('login', { body })
      if (!isHeaderSafe(session.accessToken)) throw unusableToken()
      const { id, displayName, maskedPhone } = session.account
      const display = { id, displayName, maskedPhone, expiresAt: session.expiresAt }
      access.grant({ baseUrl: platform, accessToken: session.accessToken, account: display })
      return display
    },
    captcha: async () => readCaptcha(await call('createCaptcha', {})),
    logout: () => logout(access, call, baseUrl),
    current: () => access.accountAt(addressOrNone(baseUrl)),
    subscribe: access.subscribe,
  }
}

async function logout(access: Access, call: PlatformCall, baseUrl: () => string): Promise<void> {
  const platform = addressOrNone(baseUrl)
  const accessToken = platform === undefined ? undefined : access.tokenAt(platform)
  if (accessToken === undefined) return
  // The call takes the token when it is made, before anything is awaited; here it is gone the moment after.
  const told = call('logout', {}, { repeat: false }).catch(() => {
    // Here the session is over in any case; at the platform it ends by its own time.
  })
  access.end(accessToken)
  await told
}

/** Undefined while there is no address that can be used. */
export function addressOrNone(baseUrl: () => string): string | undefined {
  try {
    return baseUrl()
  } catch {
    return undefined
  }
}

function isHeaderSafe(accessToken: string): boolean {
  return /^[\x21-\x7e]{1,4096}$/.test(accessToken)
}

function unusableToken(): AppError {
  return new AppError('platform.offContract', { details: { outcome: 'unknown', paths: '/accessToken' } })
}
