import { revocationReasons, type RevocationReason } from '../../shared/trust-words.ts'
import { DerError, expectTag, readElement, readElements, readSmallNumber, tags } from './der.ts'
import { readExtensions } from './extensions.ts'
import { readWhole } from './signed.ts'
import { readTime } from './time.ts'

export interface RevokedEntry {
  readonly revokedAt: Date
  readonly reason: RevocationReason
  /** OIDs of the entry's extensions that must be understood. */
  readonly critical: ReadonlySet<string>
}

const reasonCode = '2.5.29.21'

/**
 * The entry of one serial number in the entries of a list (RFC 5280, 5.1.2.6). A hand walk: a list may have a million
 * entries, and an object for each would cost seconds and hundreds of megabytes.
 *
 * @param serialNumber content of the certificate's INTEGER
 * @throws DerError where an entry does not begin as one
 */
export function findRevoked(entries: Uint8Array, serialNumber: Uint8Array): RevokedEntry | undefined {
  const wanted = withoutZeros(serialNumber)
  for (let offset = 0; offset < entries.length;) {
    const start = contentStart(entries, offset, tags.sequence)
    const end = start + lengthAt(entries, offset)
    const number = contentStart(entries, start, tags.integer)
    const numberEnd = number + lengthAt(entries, start)
    if (end > entries.length || numberEnd > end) throw new DerError('an entry is cut off')
    if (isNumber(entries, number, numberEnd, wanted)) return readEntry(entries.subarray(offset, end))
    offset = end
  }
  return undefined
}

function contentStart(octets: Uint8Array, offset: number, tag: number): number {
  if (octets[offset] !== tag) throw new DerError('not an entry of a revocation list')
  const first = octets[offset + 1] ?? 0x80
  return first < 0x80 ? offset + 2 : offset + 2 + (first & 0x7f)
}

function lengthAt(octets: Uint8Array, offset: number): number {
  const first = octets[offset + 1] ?? 0x80
  if (first < 0x80) return first
  // Long forms are rare here, and read by the one reader that knows all about them.
  return readElement(octets.subarray(offset)).content.length
}

/** A CA may write a needless zero here and none there: it is the same number. */
function isNumber(octets: Uint8Array, start: number, end: number, wanted: Uint8Array): boolean {
  let at = start
  while (at < end - 1 && octets[at] === 0) at += 1
  if (end - at !== wanted.length) return false
  for (let index = 0; index < wanted.length; index += 1) if (octets[at + index] !== wanted[index]) return false
  return true
}

function withoutZeros(content: Uint8Array): Uint8Array {
  const first = content.findIndex((octet, index) => octet !== 0 || index === content.length - 1)
  return content.subarray(Math.max(0, first))
}

function readEntry(octets: Uint8Array): RevokedEntry {
  const [, date, extensions] = readElements(readWhole(octets, tags.sequence).content)
  // Entry extensions stand there without a tag of their own around them.
  const explicit = extensions === undefined ? undefined : { ...extensions, content: extensions.whole }
  const { critical, values } = readExtensions(explicit)
  return { revokedAt: readTime(date), reason: reasonOf(values.get(reasonCode)), critical }
}

function reasonOf(value: Uint8Array | undefined): RevocationReason {
  if (value === undefined) return 'unspecified'
  return revocationReasons[readSmallNumber(expectTag(readElement(value), tags.enumerated))] ?? 'unspecified'
}
