/** What the dates and the key of a certificate mean. Pure; `now` is the platform's time where it is known. */

/** `valid` (正常) says more than `in-period`: its issuer was verified too, and nothing of a revocation is known. */
export const certificateStatuses = [
  'valid',
  'in-period',
  'expiring',
  'expired',
  'not-yet-valid',
  'no-private-key',
  'revoked',
  'untrusted',
  'unreadable',
] as const

export type CertificateStatus = (typeof certificateStatuses)[number]

/** From this many days before the end on, a certificate counts as 即将到期: the earliest renewal window and reminder. */
export const expiringDays = 90

const dayMs = 86_400_000

/**
 * Whole days between now and an instant, counted up: 1 while less than a day is left, 0 or less once it has passed.
 */
export function daysUntil(instant: Date, now: Date): number {
  // Without -0, which prints as such.
  return Math.ceil((instant.getTime() - now.getTime()) / dayMs) + 0
}

/** Whole days since an instant, counted down: 0 during the first 24 hours. */
export function daysSince(instant: Date, now: Date): number {
  return Math.floor((now.getTime() - instant.getTime()) / dayMs)
}

export type Standing = 'verified' | 'unverified' | 'untrusted' | 'revoked'

interface Validity {
  readonly notBefore: Date
  readonly notAfter: Date
  readonly key: 'present' | 'missing' | 'unknown'
  /** What is known of the issuer and of a revocation; only what is proven counts against a certificate. */
  readonly standing?: Standing
}

/**
 * The one status to show. A revocation comes first, then the dates: an expired certificate without a key is expired.
 * RFC 5280, 4.1.2.5: both ends belong to the validity period.
 */
export function certificateStatus(
  { notBefore, notAfter, key, standing = 'unverified' }: Validity,
  now: Date,
): CertificateStatus {
  if (standing === 'revoked') return 'revoked'
  if (now > notAfter) return 'expired'
  if (now < notBefore) return 'not-yet-valid'
  if (standing === 'untrusted') return 'untrusted'
  if (key === 'missing') return 'no-private-key'
  if (daysUntil(notAfter, now) <= expiringDays) return 'expiring'
  return standing === 'verified' ? 'valid' : 'in-period'
}

/** How much of the validity has passed, from 0 to 1. */
export function elapsedShare({ notBefore, notAfter }: Pick<Validity, 'notBefore' | 'notAfter'>, now: Date): number {
  const whole = notAfter.getTime() - notBefore.getTime()
  if (whole <= 0) return 1
  return Math.min(1, Math.max(0, (now.getTime() - notBefore.getTime()) / whole))
}
