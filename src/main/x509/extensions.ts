import { DerError, expectTag, readElement, readElements, readObjectIdentifier, tags, type DerElement } from './der.ts'

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
  /** Content of every extension by its OID, for those that CAs define themselves. */
  readonly values: ReadonlyMap<string, Uint8Array>
}

const keyUsageOid = '2.5.29.15'
const basicConstraintsOid = '2.5.29.19'

export function readExtensions(explicit: DerElement | undefined): Extensions {
  if (explicit === undefined) return { isCa: false, values: new Map() }
  const list = readElements(expectTag(readElement(explicit.content), tags.sequence).content)
  const values = new Map(list.map(readExtension))
  // RFC 5280, 4.2: each at most once. Which of two basicConstraints counts must not be anybody's choice.
  if (values.size !== list.length) throw new DerError('an extension stands twice')
  const usage = values.get(keyUsageOid)
  return {
    ...(usage === undefined ? {} : { keyUsage: readKeyUsage(usage) }),
    isCa: isCa(values.get(basicConstraintsOid)),
    values,
  }
}

function readExtension(element: DerElement): readonly [string, Uint8Array] {
  const parts = readElements(expectTag(element, tags.sequence).content)
  const oid = readObjectIdentifier(expectTag(parts[0], tags.objectIdentifier).content)
  return [oid, expectTag(parts.at(-1), tags.octetString).content]
}

function readKeyUsage(value: Uint8Array): readonly KeyUsage[] {
  const bits = expectTag(readElement(value), tags.bitString).content.subarray(1)
  return keyUsages.filter((_usage, index) => ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0)
}

function isCa(value: Uint8Array | undefined): boolean {
  if (value === undefined) return false
  const [first] = readElements(expectTag(readElement(value), tags.sequence).content)
  return first?.tag === tags.boolean && first.content[0] !== 0
}
