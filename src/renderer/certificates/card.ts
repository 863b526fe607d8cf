import type { Card, Certificate, Overview, Renewal } from '../../shared/ipc/models.ts'
import { isFinished } from '../../shared/renewal-steps.ts'

/** The certificate a card is about: the one for signing, which is what a renewal renews. */
export function mainCertificate(card: Card): Certificate | undefined {
  const order = ['signing', 'both'] as const
  const found = order.map((usage) => card.certificates.find((certificate) => certificate.usage === usage))
  return found.find((certificate) => certificate !== undefined) ?? card.certificates[0]
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

/** The certificates of all cards that the banner may be about, most urgent first. */
export function urgentCertificates(cards: readonly Card[], status: 'expiring' | 'expired'): readonly Certificate[] {
  return cards
    .map(mainCertificate)
    .filter((certificate) => certificate?.status === status && certificate.action !== 'none')
    .filter((certificate) => certificate !== undefined)
    .sort((one, other) => distance(one) - distance(other))
}

function distance({ notAfter }: Certificate): number {
  return notAfter === undefined ? Infinity : Math.abs(Date.parse(notAfter) - Date.now())
}
