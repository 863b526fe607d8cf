import type { ErrorCode } from '../error-codes.ts'
import type { FailureRow } from './failure-row.ts'
import type { environmentRows } from './rows-environment.ts'
import type { platformRows } from './rows-platform.ts'
import type { renewalRows } from './rows-renewal.ts'
import type { tokenRows } from './rows-token.ts'

/** What belongs to the program itself and to its small tools. */
type ProgramCode = Exclude<
  ErrorCode,
  keyof typeof tokenRows | keyof typeof platformRows | keyof typeof renewalRows | keyof typeof environmentRows
>

export const programRows: Readonly<Record<ProgramCode, FailureRow>> = {
  internal: { severity: 'problem', contact: 'platform', article: 'diagnostics-privacy' },
  'ipc.untrusted': { severity: 'serious', contact: 'it' },
  'ipc.invalidInput': { severity: 'notice', contact: 'nobody' },
  'ipc.invalidOutput': { severity: 'problem', contact: 'platform', article: 'diagnostics-privacy' },
  'pin.refused': { severity: 'notice', contact: 'nobody', article: 'pin-rules' },
  'certificate.notFound': { severity: 'problem', contact: 'nobody', article: 'several-keys', check: 'certificate' },
  'certificate.unreadable': { severity: 'problem', contact: 'ca', check: 'certificate' },
  'certificate.exportFailed': { severity: 'notice', contact: 'it', check: 'disk-room' },
  'signing.keyMismatch': { severity: 'serious', contact: 'ca', article: 'key-mismatch', check: 'signing-key' },
  'signing.wrongUsage': { severity: 'notice', contact: 'nobody' },
  'signing.sm2Files': { severity: 'notice', contact: 'nobody' },
  'signing.fileUnreadable': { severity: 'notice', contact: 'it' },
  'signing.fileChanged': { severity: 'notice', contact: 'nobody' },
  'signing.saveFailed': { severity: 'notice', contact: 'it', check: 'disk-room' },
  'signing.notSignature': { severity: 'notice', contact: 'nobody' },
  'signing.attached': { severity: 'notice', contact: 'nobody' },
  'signing.noSigner': { severity: 'notice', contact: 'nobody' },
  'signing.sm2Format': { severity: 'notice', contact: 'ca' },
  'settings.saveFailed': { severity: 'problem', contact: 'it', check: 'disk-room' },
  'settings.rootInvalid': { severity: 'notice', contact: 'platform', article: 'secure-connection' },
  'settings.pinInvalid': { severity: 'notice', contact: 'platform', article: 'secure-connection' },
  'settings.proxyInvalid': { severity: 'notice', contact: 'it', article: 'firewall', check: 'proxy' },
  'settings.managed': { severity: 'notice', contact: 'it' },
  'settings.policyUnprotected': { severity: 'serious', contact: 'it' },
  'settings.policyUnreadable': { severity: 'problem', contact: 'it' },
  'resource.refused': { severity: 'notice', contact: 'platform' },
  'trust.authorityInvalid': { severity: 'notice', contact: 'ca', article: 'untrusted' },
  'content.hashMismatch': { severity: 'problem', contact: 'platform' },
  'content.diskFull': { severity: 'notice', contact: 'it', check: 'disk-room' },
  'content.saveFailed': { severity: 'notice', contact: 'it', check: 'disk-room' },
  'content.fileGone': { severity: 'notice', contact: 'nobody' },
  'diagnostics.late': { severity: 'notice', contact: 'nobody', article: 'diagnostics-privacy' },
  'diagnostics.expired': { severity: 'notice', contact: 'nobody', article: 'diagnostics-privacy' },
  'diagnostics.saveFailed': { severity: 'notice', contact: 'it', check: 'disk-room' },
  'diagnostics.fileGone': { severity: 'notice', contact: 'nobody', article: 'diagnostics-privacy' },
  'reminders.lastDays': { severity: 'notice', contact: 'nobody' },
  'reminders.loginItemFailed': { severity: 'notice', contact: 'it' },
  'reminders.calendarFailed': { severity: 'notice', contact: 'it', check: 'disk-room' },
  'update.addressInvalid': { severity: 'notice', contact: 'it' },
  'update.unreachable': { severity: 'notice', contact: 'it', article: 'network' },
  'update.tls': { severity: 'serious', contact: 'it', article: 'secure-connection' },
  'update.redirected': { severity: 'problem', contact: 'it' },
  'update.notThere': { severity: 'notice', contact: 'it' },
  'update.signature': { severity: 'serious', contact: 'it' },
  'update.feedUnreadable': { severity: 'problem', contact: 'it' },
  'update.feedOlder': { severity: 'serious', contact: 'it' },
  'update.corrupt': { severity: 'problem', contact: 'it' },
  'update.diskFull': { severity: 'notice', contact: 'it', check: 'disk-room' },
  'update.saveFailed': { severity: 'notice', contact: 'it', check: 'disk-room' },
  'update.publisher': { severity: 'serious', contact: 'it' },
  'update.renewalActive': { severity: 'notice', contact: 'nobody' },
  'update.installFailed': { severity: 'problem', contact: 'it' },
  'update.notInstalled': { severity: 'problem', contact: 'it' },
  'demo.unavailable': { severity: 'notice', contact: 'nobody' },
  'demo.fixed': { severity: 'notice', contact: 'nobody' },
}
