import type { ErrorCode } from '../error-codes.ts'
import type { FailureRow } from './failure-row.ts'

type RenewalCode = Extract<ErrorCode, `renewal.${string}` | `issued.${string}` | `journal.${string}`>

export const renewalRows: Readonly<Record<RenewalCode, FailureRow>> = {
  'renewal.notFound': { severity: 'problem', contact: 'platform', article: 'write-interrupted' },
  'renewal.alreadyActive': { severity: 'notice', contact: 'nobody', article: 'write-interrupted' },
  'renewal.wrongStep': { severity: 'notice', contact: 'nobody', article: 'write-interrupted' },
  'renewal.unsupportedAlgorithm': { severity: 'problem', contact: 'ca', article: 'what-renewal-does' },
  'renewal.busy': { severity: 'notice', contact: 'nobody' },
  'renewal.encryptionOnly': { severity: 'notice', contact: 'ca', article: 'what-renewal-does' },
  'renewal.noPrivateKey': { severity: 'problem', contact: 'ca', article: 'certificate-missing', check: 'signing-key' },
  'renewal.notYetValid': { severity: 'notice', contact: 'nobody', article: 'clock-wrong', check: 'clock' },
  'renewal.inReview': { severity: 'notice', contact: 'platform' },
  'renewal.readBackFailed': { severity: 'problem', contact: 'vendor', article: 'write-interrupted' },
  'renewal.proofFailed': { severity: 'serious', contact: 'platform', article: 'key-mismatch' },
  'renewal.clockSkew': { severity: 'problem', contact: 'it', article: 'clock-wrong', check: 'clock' },
  'renewal.otherActive': { severity: 'notice', contact: 'nobody', article: 'write-interrupted' },
  'renewal.keyLost': { severity: 'serious', contact: 'platform', article: 'key-mismatch', check: 'usb-key' },
  'renewal.notFinished': { severity: 'notice', contact: 'nobody' },
  'renewal.receiptFailed': { severity: 'notice', contact: 'it' },
  'renewal.revoked': { severity: 'problem', contact: 'ca', article: 'revoked' },
  'renewal.followed': { severity: 'notice', contact: 'nobody' },
  'issued.unreadable': { severity: 'serious', contact: 'platform' },
  'issued.otherKey': { severity: 'serious', contact: 'platform', article: 'key-mismatch' },
  'issued.otherSubject': { severity: 'serious', contact: 'platform', article: 'holder-changed' },
  'issued.expired': { severity: 'serious', contact: 'platform' },
  'issued.notYetValid': { severity: 'problem', contact: 'platform', article: 'clock-wrong', check: 'clock' },
  'issued.notLonger': { severity: 'serious', contact: 'platform' },
  'issued.untrusted': { severity: 'serious', contact: 'platform', article: 'untrusted' },
  'issued.isCa': { severity: 'serious', contact: 'platform' },
  'issued.wrongUsage': { severity: 'serious', contact: 'platform' },
  'issued.sameAsOld': { severity: 'serious', contact: 'platform' },
  'issued.encryptionKeyMismatch': { severity: 'serious', contact: 'platform', article: 'encryption-refused' },
  'journal.writeFailed': { severity: 'problem', contact: 'it', check: 'disk-room' },
  'journal.damaged': { severity: 'problem', contact: 'platform', article: 'write-interrupted', check: 'disk-room' },
}
