import {
  DerError,
  expectTag,
  readElement,
  readElements,
  readObjectIdentifier,
  readSmallNumber,
  tags,
  type DerElement,
} from './der.ts'

/** RFC 5280, 4.2.1.3, in the order of its bits. */
export const keyUsages = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const

export type KeyUsage = (typeof keyUsages)[number]

export interface Extensions {
  /** Absent when the certificate does not say: then every usage is allowed. */
  readonly keyUsage?: readonly KeyUsage[]
  readonly isCa: boolean
  /** How many CA certificates may follow below this one; absent when there is no limit (RFC 5280, 4.2.1.9). */
  readonly pathLength?: number
  /** OIDs of those that must be understood, or the certificate must not be trusted. */
  readonly critical: ReadonlySet<string>
  /** Content of every extension by its OID, for those that CAs define themselves. */
  readonly values: ReadonlyMap<string, Uint8Array>
}

const keyUsageOid = '2.5.29.15'
const basicConstraintsOid = '2.5.29.19'

export function readExtensions(explicit: DerElement | undefined): Extensions {
  if (explicit === undefined) return { isCa: false, critical: new Set(), values: new Map() }
  const list = readElements(expectTag(readElement(explicit.content), tags.sequence).content)
  const extensions = list.map(readExtension)
  const values = new Map(extensions.map(({ oid, value }) => [oid, value]))
  // RFC 5280, 4.2: each at most once. Which of two basicConstraints counts must not be anybody's choice.
  if (values.size !== list.length) throw new DerError('an extension stands twice')
  const usage = values.get(keyUsageOid)
  return {
    ...(usage === undefined ? {} : { keyUsage: readKeyUsage(usage) }),
    ...readBasicConstraints(values.get(basicConstraintsOid)),
    critical: new Set(extensions.filter(({ isCritical }) => isCritical).map(({ oid }) => oid)),
    values,
  }
}

interface Extension {
  readonly oid: string
  readonly isCritical: boolean
  readonly value: Uint8Array
}

function readExtension(element: DerElement): Extension {
  const parts = readElements(expectTag(element, tags.sequence).content)
  const [type, critical] = parts
  const hasFlag = critical?.tag === tags.boolean
  if (parts.length !== (hasFlag ? 3 : 2)) throw new DerError('an extension of another form')
  const oid = readObjectIdentifier(expectTag(type, tags.objectIdentifier).content)
  const isCritical = hasFlag && isTrue(critical)
  return { oid, isCritical, value: expectTag(parts.at(-1), tags.octetString).content }
}

function readKeyUsage(value: Uint8Array): readonly KeyUsage[] {
  const bits = expectTag(readElement(value), tags.bitString).content.subarray(1)
  return keyUsages.filter((_usage, index) => ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0)
}

function readBasicConstraints(value: Uint8Array | undefined): Pick<Extensions, 'isCa' | 'pathLength'> {
  if (value === undefined) return { isCa: false }
  const parts = readElements(expectTag(readElement(value), tags.sequence).content)
  const [first] = parts
  const isCa = first?.tag === tags.boolean && isTrue(first)
  const limit = parts.find(({ tag }) => tag === tags.integer)
  return limit === undefined ? { isCa } : { isCa, pathLength: readSmallNumber(limit) }
}

function isTrue({ content }: DerElement): boolean {
  if (content.length !== 1) throw new DerError('no boolean')
  return content[0] !== 0
}
