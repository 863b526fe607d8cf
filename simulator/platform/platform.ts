import type { Authorities } from './authority/authorities.ts'
import type { PlatformClock } from './clock.ts'
import type { Faults } from './faults.ts'
import type { SmsOutbox } from './inbox.ts'
import type { DownloadFile } from './seeds/downloads.ts'
import type { PlatformState } from './state/state.ts'

interface PlatformSettings {
  /** Between two SMS of one order. */
  readonly smsResendMs: number
  readonly sessionMs: number
  /** Orders wait for `approve` before a certificate is issued. */
  readonly review: boolean
  /** So many wrong passwords of an account ask for a captcha with the next; 0 asks for one always. */
  readonly captchaAfter: number
  /** How often anybody may ask in a minute, all callers together. */
  readonly perMinute: { readonly captcha: number; readonly login: number }
}

/** What every operation works with. */
export interface Platform {
  readonly state: PlatformState
  readonly clock: PlatformClock
  readonly authorities: Authorities
  readonly faults: Faults
  readonly outbox: SmsOutbox
  readonly downloads: readonly DownloadFile[]
  readonly settings: PlatformSettings
}
