import type { PlatformAnswer, PlatformReceived } from '../../../src/shared/platform/endpoints.ts'
import type { CertificateRecord } from '../state/state.ts'

const dayMs = 86_400_000
const renewableBeforeMs = 90 * dayMs
const repairableAfterMs = 365 * dayMs

export const renewableFrom = ({ notBefore, notAfter }: CertificateRecord): number =>
  Math.max(notBefore, notAfter - renewableBeforeMs)
export const repairableUntil = ({ notAfter }: CertificateRecord): number => notAfter + repairableAfterMs
/** Whether it is one that can be renewed by itself at all, some day. */
export const isRenewedOnline = ({ standing, usage, keyDestroyed }: CertificateRecord): boolean =>
  standing === 'active' && usage === 'signing' && keyDestroyed !== true

export function certificateStatus(
  { standing, notAfter }: CertificateRecord,
  now: number,
): PlatformAnswer<'listCertificates'>['items'][number]['status'] {
  if (standing !== 'active') return standing
  if (notAfter <= now) return 'expired'
  return notAfter - now < renewableBeforeMs ? 'expiring' : 'valid'
}

/** What may be ordered for a certificate now. An encryption certificate comes with the order for its signing one. */
export function renewalKind(
  certificate: CertificateRecord,
  now: number,
): PlatformReceived<'createOrder'>['body']['kind'] | undefined {
  if (!isRenewedOnline(certificate) || certificate.notBefore > now) return undefined
  if (certificate.notAfter > now) return renewableFrom(certificate) < now ? 'renewal' : undefined
  return now <= repairableUntil(certificate) ? 'repair' : undefined
}
