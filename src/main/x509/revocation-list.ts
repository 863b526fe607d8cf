import { DerError, expectTag, readElement, readElements, tags, type DerElement } from './der.ts'
import { readExtensions } from './extensions.ts'
import { readName, type DistinguishedName } from './name.ts'
import { readAlgorithm, readSigned, readWhole, type Signed } from './signed.ts'
import { readTime } from './time.ts'

/** A certificate revocation list (RFC 5280, 5.1). Nothing in it has been verified, and its entries have not been read. */
export interface RevocationList {
  readonly proof: Signed
  /** AlgorithmIdentifier within the signed part, DER. */
  readonly signedAlgorithm: Uint8Array
  readonly issuer: DistinguishedName
  readonly thisUpdate: Date
  readonly nextUpdate?: Date
  /** One SEQUENCE after the other: see find-revoked.ts. */
  readonly entries: Uint8Array
  /** OIDs of the extensions that must be understood. */
  readonly critical: ReadonlySet<string>
  readonly values: ReadonlyMap<string, Uint8Array>
}

const extensionsTag = 0xa0
const timeTags: readonly number[] = [tags.utcTime, tags.generalizedTime]

/** @throws DerError when these octets are no list, or more than one */
export function readRevocationList(octets: Uint8Array): RevocationList {
  const proof = readSigned(readWhole(octets, tags.sequence))
  const fields = readElements(readElement(proof.octets).content)
  const [algorithm, issuer, thisUpdate, ...others] = fields[0]?.tag === tags.integer ? fields.slice(1) : fields
  const nextUpdate = others.find(({ tag }) => timeTags.includes(tag))
  const entries = others.find(({ tag }) => tag === tags.sequence)
  const { critical, values } = readExtensions(others.find(({ tag }) => tag === extensionsTag))
  expectOnly(others)
  return {
    proof,
    signedAlgorithm: readAlgorithm(algorithm).der,
    issuer: readName(expectTag(issuer, tags.sequence)),
    thisUpdate: readTime(thisUpdate),
    ...(nextUpdate === undefined ? {} : { nextUpdate: readTime(nextUpdate) }),
    entries: entries?.content ?? new Uint8Array(),
    critical,
    values,
  }
}

/** A field that nobody expects might change what the others mean. */
function expectOnly(fields: readonly DerElement[]): void {
  const known = [...timeTags, tags.sequence, extensionsTag]
  if (fields.some(({ tag }) => !known.includes(tag))) throw new DerError('an unknown field of a revocation list')
}
