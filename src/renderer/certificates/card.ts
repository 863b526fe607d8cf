import type { Card, Certificate, Overview, Renewal } from '../../shared/ipc/models.ts'
import { isFinished } from '../../shared/renewal-steps.ts'

/** The certificate a card is about: the one for signing, which is what a renewal renews. */
export function mainCertificate(card: Card): Certificate | undefined {
  const order = ['signing', 'both'] as const
  const current = currentCertificates(card)
  const found = order.map((usage) => current.find((certificate) => certificate.usage === usage))
  return found.find((certificate) => certificate !== undefined) ?? current[0]
}

/** Those in use: one, or a pair. */
export function currentCertificates({ certificates }: Card): readonly Certificate[] {
  return certificates.filter(({ isHistorical }) => !isHistorical)
}

/** Those that newer ones have followed. */
export function historicalCertificates({ certificates }: Card): readonly Certificate[] {
  return certificates.filter(({ isHistorical }) => isHistorical)
}

/** What a former certificate was for, as a key of the texts under `certificates`. */
export function historicalUsage({ usage }: Certificate): 'historical.usage' | 'historical.signing' {
  return usage === 'encryption' ? 'historical.usage' : 'historical.signing'
}

/** The encryption certificate in use beside the signing certificate of a renewal, the old one or the new. */
export function encryptionBeside(overview: Overview | undefined, renewal: Renewal): Certificate | undefined {
  const serials = [renewal.old.serialNumber, renewal.new?.serialNumber].map((serial) => serial?.toLowerCase())
  return overview?.cards
    .filter(({ tokenSerialNumber }) => tokenSerialNumber === renewal.tokenSerialNumber)
    .map(currentCertificates)
    .find((certificates) => certificates.some(({ serialNumber }) => serials.includes(serialNumber.toLowerCase())))
    ?.find(({ usage }) => usage === 'encryption')
}

/** The renewal of this certificate that has begun and not ended. */
export function unfinishedRenewal(renewals: readonly Renewal[], certificate: Certificate): Renewal | undefined {
  return renewals.find((renewal) => !isFinished(renewal.state) && isAbout(renewal, certificate))
}

/** The certificate that a renewal renews, while its token is there. */
export function certificateOf(overview: Overview | undefined, renewal: Renewal): Certificate | undefined {
  return overview?.cards
    .flatMap(({ certificates }) => certificates)
    .find((certificate) => isAbout(renewal, certificate))
}

function isAbout(renewal: Renewal, certificate: Certificate): boolean {
  return (
    renewal.tokenSerialNumber === certificate.tokenSerialNumber &&
    renewal.old.serialNumber.toLowerCase() === certificate.serialNumber.toLowerCase()
  )
}

/** Nothing has to be done about it now; whether its issuer was verified is another question. */
export function isInOrder({ status }: Certificate): boolean {
  return status === 'valid' || status === 'in-period'
}

/** The platform has said that it renews this one later. */
export function isTooEarly({ renewableFrom }: Certificate, now: Date): boolean {
  return renewableFrom !== undefined && new Date(renewableFrom) > now
}

/** The certificates of all cards that the banner may be about, most urgent first. */
export function urgentCertificates(
  cards: readonly Card[],
  status: 'expiring' | 'expired',
  now: Date,
): readonly Certificate[] {
  return cards
    .map(mainCertificate)
    .filter((certificate) => certificate?.status === status && certificate.action !== 'none')
    .filter((certificate) => certificate !== undefined)
    .filter((certificate) => !isTooEarly(certificate, now))
    .sort((one, other) => distance(one, now) - distance(other, now))
}

function distance({ notAfter }: Certificate, now: Date): number {
  return notAfter === undefined ? Infinity : Math.abs(Date.parse(notAfter) - now.getTime())
}
