import { AppError } from '../app-error.ts'
import type { ChosenCertificate } from '../renewal/renewal-service.ts'
import type { Assess } from '../trust/describe-trust.ts'
import { readCertificate } from '../x509/certificate.ts'
import { describeCertificate } from './describe-certificate.ts'
import type { FoundCertificate } from './find-certificate.ts'

/** What a renewal has to know of the certificate that the user chose; refuses what the card refuses, by the same code. */
export function chooseCertificate(found: FoundCertificate, now: Date, assess?: Assess): ChosenCertificate {
  const { token, stored } = found
  const carrier = { serialNumber: token.serialNumber, interface: found.interface }
  const view = describeCertificate(stored, carrier, now, assess)
  if (view.action === 'none') {
    const { code, details } = view.actionRefusal ?? { code: 'renewal.wrongStep' as const }
    throw new AppError(code, { details })
  }
  return {
    kind: view.action,
    holder: view.holder,
    cardNumber: token.serialNumber,
    tokenSerialNumber: token.serialNumber,
    publicKeySha256: readCertificate(stored.value).publicKey.sha256,
    certificate: stored.value,
  }
}
