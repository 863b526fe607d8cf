import type { PlatformAnswer, PlatformReceived } from '../../../src/shared/platform/endpoints.ts'
import type { CertificateRecord } from '../state/state.ts'

const dayMs = 86_400_000
const renewableBeforeMs = 90 * dayMs
const repairableAfterMs = 365 * dayMs

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
  { standing, usage, keyDestroyed, notBefore, notAfter }: CertificateRecord,
  now: number,
): PlatformReceived<'createOrder'>['body']['kind'] | undefined {
  if (standing !== 'active' || usage !== 'signing' || keyDestroyed === true || notBefore > now) return undefined
  if (notAfter > now) return notAfter - now < renewableBeforeMs ? 'renewal' : undefined
  return now - notAfter <= repairableAfterMs ? 'repair' : undefined
}
