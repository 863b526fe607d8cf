/** What the dates and the key of a certificate mean. Pure; `now` is the platform's time where it is known. */

export const certificateStatuses = [
  'valid',
  'expiring',
  'expired',
  'not-yet-valid',
  'no-private-key',
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

interface Validity {
  readonly notBefore: Date
  readonly notAfter: Date
  readonly key: 'present' | 'missing' | 'unknown'
}

/**
 * The one status to show. Dates come first: an expired certificate without a key is expired. RFC 5280, 4.1.2.5: both
 * ends belong to the validity period.
 */
export function certificateStatus({ notBefore, notAfter, key }: Validity, now: Date): CertificateStatus {
  if (now > notAfter) return 'expired'
  if (now < notBefore) return 'not-yet-valid'
  if (key === 'missing') return 'no-private-key'
  return daysUntil(notAfter, now) <= expiringDays ? 'expiring' : 'valid'
}

/** How much of the validity has passed, from 0 to 1. */
export function elapsedShare({ notBefore, notAfter }: Omit<Validity, 'key'>, now: Date): number {
  const whole = notAfter.getTime() - notBefore.getTime()
  if (whole <= 0) return 1
  return Math.min(1, Math.max(0, (now.getTime() - notBefore.getTime()) / whole))
}
