import { expectTag, readElements, readObjectIdentifier, tags, type DerElement } from './der.ts'
import { readText } from './text.ts'

export interface NameField {
  /** Short name where there is one, else the dotted OID. */
  readonly name: string
  readonly value: string
}

/** A distinguished name (RFC 5280, 4.1.2.4): its fields in their order, and its DER for comparing. */
export interface DistinguishedName {
  readonly fields: readonly NameField[]
  readonly der: Uint8Array
}

/** RFC 4519 and what Chinese CAs put into subjects. */
const shortNames: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'street',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.42': 'GN',
  '2.5.4.97': 'organizationIdentifier',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'E',
}

export function readName(element: DerElement | undefined): DistinguishedName {
  const sequence = expectTag(element, tags.sequence)
  const fields = readElements(sequence.content).flatMap((set) => readElements(expectTag(set, tags.set).content))
  return { fields: fields.map(readField), der: sequence.whole }
}

function readField(element: DerElement): NameField {
  const [type, value] = readElements(expectTag(element, tags.sequence).content)
  const oid = readObjectIdentifier(expectTag(type, tags.objectIdentifier).content)
  return { name: shortNames[oid] ?? oid, value: value === undefined ? '' : readText(value) }
}

/** The first non-empty value of this field. */
export function fieldOf(name: DistinguishedName, field: string): string | undefined {
  return name.fields.find((candidate) => candidate.name === field && candidate.value.trim() !== '')?.value.trim()
}

/**
 * Equal for names that mean the same: CAs write one name as PrintableString here and as UTF8String there, and case and
 * runs of spaces do not count (RFC 5280, 7.1). Two names with one key prove nothing; a signature does.
 */
export function nameKey({ fields }: DistinguishedName): string {
  return JSON.stringify(fields.map(({ name, value }) => [name, value.trim().replace(/\s+/g, ' ').toLowerCase()]))
}
