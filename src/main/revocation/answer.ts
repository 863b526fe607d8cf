import type { Revocation } from '../../shared/ipc/models-trust.ts'
import type { UnknownReason } from '../../shared/trust-words.ts'
import type { X509Certificate } from '../x509/certificate.ts'

/** A certificate, who has issued it, and when this is asked. */
export interface Question {
  readonly certificate: X509Certificate
  readonly issuer: X509Certificate
  readonly now: Date
}

/** What an answer says once all of it was checked. */
export type Answer = Revocation & { readonly state: 'good' | 'revoked' | 'unknown' }

/** How far the clock of whoever answers may be ahead of ours. */
export const clockToleranceMs = 5 * 60_000

export function unknown(reason: UnknownReason): Answer {
  return { state: 'unknown', reason }
}
