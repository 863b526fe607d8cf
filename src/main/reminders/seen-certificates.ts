import type { Certificate, Overview } from '../../shared/ipc/models.ts'
import type { SeenCertificate } from '../../shared/reminders/remembered.ts'
import { maskedEnd, maskedName } from '../diagnostics/mask.ts'

/** What can be reminded of: certificates for signing with their keys; a renewal takes the encryption certificate along. */
export function seenCertificates({ cards }: Overview): readonly SeenCertificate[] {
  return cards.flatMap(({ certificates }) => certificates).flatMap(seen)
}

const without: readonly Certificate['status'][] = ['unreadable', 'revoked', 'no-private-key']

function seen(certificate: Certificate): readonly SeenCertificate[] {
  const { id, status, usage, key, holder, tokenSerialNumber, notAfter, renewableFrom } = certificate
  if (certificate.isHistorical) return []
  if (notAfter === undefined || usage === 'encryption' || key === 'missing' || without.includes(status)) return []
  return [
    {
      fingerprint: id,
      holder: maskedName(holder),
      cardNumber: maskedEnd(tokenSerialNumber),
      notAfter,
      ...(renewableFrom === undefined ? {} : { renewableFrom }),
      identity: JSON.stringify([tokenSerialNumber, certificate.subject, issuerOf(certificate)]),
    },
  ]
}

/** An authority renews under a new name of its own, but not as another organisation. */
function issuerOf({ issuerName, issuer }: Certificate): string {
  return issuerName.find(({ name }) => name === 'O')?.value ?? issuer
}
