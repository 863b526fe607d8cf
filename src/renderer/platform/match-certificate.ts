import type { Certificate, Overview } from '../../shared/ipc/models.ts'

/** What the platform says of a certificate that may be on a key. */
interface Wanted {
  readonly serialNumber: string
  readonly notAfter: string
  readonly publicKeySha256?: string
}

/**
 * The certificate of a plugged-in key that the platform means: by its public key, else by its serial number together with
 * its end, since a serial number alone is unique only to its issuer.
 */
export function matchCertificate(overview: Overview | undefined, wanted: Wanted): Certificate | undefined {
  const held = (overview?.cards ?? []).flatMap(({ certificates }) => certificates)
  const isSameSerial = ({ serialNumber }: Certificate) => plain(serialNumber) === plain(wanted.serialNumber)
  const byKey = held.filter(({ publicKeySha256: key }) => key !== undefined && key === wanted.publicKeySha256)
  // A key may have been certified more than once.
  if (byKey.length > 0) return byKey.find(isSameSerial) ?? byKey[0]
  return held.find((certificate) => isSameSerial(certificate) && isSameInstant(certificate.notAfter, wanted.notAfter))
}

/** Upper case without leading zeros: what reads the same is the same number. */
function plain(serialNumber: string): string {
  return serialNumber.toUpperCase().replace(/^0+(?=.)/, '')
}

/** Certificates know no parts of a second. */
function isSameInstant(one: string | undefined, other: string): boolean {
  return one !== undefined && Math.abs(Date.parse(one) - Date.parse(other)) < 1000
}
