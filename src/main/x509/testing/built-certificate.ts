/** For tests: certificates put together field by field, so that each can be as odd as real ones are. */
import { tags, writeBitString, writeElement, writeObjectIdentifier } from '../der.ts'

export type NameEntry = readonly [oid: string, tag: number, octets: Uint8Array]
export type Extension = readonly [oid: string, value: Uint8Array, isCritical?: boolean]

export const commonName = '2.5.4.3'

export interface CertificateFields {
  readonly version: 1 | 3
  /** Content of the INTEGER. */
  readonly serialNumber: Uint8Array
  readonly subject: readonly NameEntry[]
  readonly issuer: readonly NameEntry[]
  /** `YYMMDDhhmmssZ` is written as UTCTime, anything longer as GeneralizedTime. */
  readonly notBefore: string
  readonly notAfter: string
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array
  readonly extensions: readonly Extension[]
}

const ordinary: CertificateFields = {
  version: 3,
  serialNumber: Uint8Array.of(0x2c, 0x41, 0x8a, 0x09),
  subject: [utf8Entry(commonName, '济南示例科技有限公司')],
  issuer: [utf8Entry(commonName, '山东CA')],
  notBefore: '260101000000Z',
  notAfter: '270101000000Z',
  publicKey: publicKeyInfo('1.2.840.10045.2.1', writeObjectIdentifier('1.2.840.10045.3.1.7'), new Uint8Array(65)),
  extensions: [],
}

/** @param sign ECDSA with SHA-256 over the signed part, as DER; without it the signature is none */
export function buildCertificate(
  changes: Partial<CertificateFields> = {},
  sign: (signed: Uint8Array) => Uint8Array = () => new Uint8Array(8),
): Uint8Array {
  const fields = { ...ordinary, ...changes }
  const algorithm = writeElement(tags.sequence, writeObjectIdentifier('1.2.840.10045.4.3.2'))
  const signed = writeElement(
    tags.sequence,
    ...(fields.version === 1 ? [] : [writeElement(0xa0, Uint8Array.of(0x02, 0x01, 0x02))]),
    writeElement(tags.integer, fields.serialNumber),
    algorithm,
    writeName(fields.issuer),
    writeElement(tags.sequence, writeTime(fields.notBefore), writeTime(fields.notAfter)),
    writeName(fields.subject),
    fields.publicKey,
    ...writeExtensions(fields.extensions),
  )
  return writeElement(tags.sequence, signed, algorithm, writeBitString(sign(signed)))
}

export function publicKeyInfo(algorithm: string, parameters: Uint8Array, key: Uint8Array): Uint8Array {
  const identifier = writeElement(tags.sequence, writeObjectIdentifier(algorithm), parameters)
  return writeElement(tags.sequence, identifier, writeBitString(key))
}

export function utf8Entry(oid: string, text: string): NameEntry {
  return [oid, tags.utf8String, Buffer.from(text)]
}

export function writeName(entries: readonly NameEntry[]): Uint8Array {
  const sets = entries.map(([oid, tag, octets]) =>
    writeElement(tags.set, writeElement(tags.sequence, writeObjectIdentifier(oid), writeElement(tag, octets))),
  )
  return writeElement(tags.sequence, ...sets)
}

export function writeTime(text: string): Uint8Array {
  return writeElement(text.length > 13 ? tags.generalizedTime : tags.utcTime, Buffer.from(text))
}

/** The extension keyUsage with these bits (RFC 5280, 4.2.1.3), the first bit on the left. */
export function keyUsage(...bits: readonly number[]): Extension {
  const octets = Uint8Array.of(0, 0, 0)
  for (const bit of bits) octets[1 + (bit >> 3)] = (octets[1 + (bit >> 3)] ?? 0) | (0x80 >> (bit & 7))
  return ['2.5.29.15', writeElement(tags.bitString, octets)]
}

function writeExtensions(extensions: readonly Extension[]): readonly Uint8Array[] {
  if (extensions.length === 0) return []
  const list = extensions.map(([oid, value, isCritical = false]) => {
    const critical = isCritical ? [Uint8Array.of(0x01, 0x01, 0xff)] : []
    return writeElement(tags.sequence, writeObjectIdentifier(oid), ...critical, writeElement(tags.octetString, value))
  })
  return [writeElement(0xa3, writeElement(tags.sequence, ...list))]
}
