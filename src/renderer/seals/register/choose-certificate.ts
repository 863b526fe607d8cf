import type { Overview } from '../../../shared/ipc/models.ts'
import type { SealCertificate } from '../../../shared/ipc/models-seals.ts'
import { matchCertificate } from '../../platform/match-certificate.ts'

export interface OfferedCertificate extends SealCertificate {
  /** It is on a key that is plugged in. */
  readonly isHere: boolean
}

/** Those on a key that is plugged in first; of the others those that end last. */
export function offeredCertificates(
  items: readonly SealCertificate[],
  overview: Overview | undefined,
): readonly OfferedCertificate[] {
  return items
    .map((item) => ({ ...item, isHere: matchCertificate(overview, item) !== undefined }))
    .sort((one, other) => Number(other.isHere) - Number(one.isHere) || other.notAfter.localeCompare(one.notAfter))
}

/** What is meant without being said: the card that led here, else the only certificate that is plugged in or there is. */
export function certificateMeant(
  offered: readonly OfferedCertificate[],
  cardNumber: string | undefined,
): OfferedCertificate | undefined {
  if (cardNumber !== undefined) return offered.find((one) => one.cardNumber === cardNumber)
  const here = offered.filter(({ isHere }) => isHere)
  if (here.length === 1) return here[0]
  return here.length === 0 && offered.length === 1 ? offered[0] : undefined
}
