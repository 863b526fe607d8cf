import { expect, it } from 'vitest'
import { readCertificate } from './certificate.ts'
import { DerError, readElement, tags, writeElement, writeObjectIdentifier } from './der.ts'
import { keyUsages, readExtensions } from './extensions.ts'
import { buildCertificate, keyUsage, type Extension } from './testing/built-certificate.ts'

const basicConstraints = (hex: string) => ['2.5.29.19', Buffer.from(hex, 'hex')] as const
const extensionsOf = (...extensions: readonly Extension[]) =>
  readCertificate(buildCertificate({ extensions })).extensions

it.each(keyUsages.map((usage, bit) => [usage, bit] as const))('reads the key usage %s from bit %i', (usage, bit) => {
  expect(extensionsOf(keyUsage(bit)).keyUsage).toEqual([usage])
})

it('tells a certificate that allows nothing from one that does not say', () => {
  expect(extensionsOf(keyUsage()).keyUsage).toEqual([])
  expect(extensionsOf().keyUsage).toBeUndefined()
})

it('reads a bit string without octets as no usage', () => {
  expect(extensionsOf(['2.5.29.15', Uint8Array.of(0x03, 0x01, 0x00)]).keyUsage).toEqual([])
})

it.each([
  ['30030101ff', true],
  ['3006 0101ff 020100', true],
  // BER's TRUE: not DER, but whoever wrote it meant a CA.
  ['3003010101', true],
  ['3003010100', false],
  ['3000', false],
  ['3003020100', false],
])('takes basic constraints %s as CA: %s', (hex, isCa) => {
  expect(extensionsOf(basicConstraints(hex.replaceAll(' ', ''))).isCa).toBe(isCa)
})

it.each([
  ['3006 0101ff 020100', 0],
  ['3006 0101ff 020105', 5],
  ['3003 0101ff', undefined],
  ['3000', undefined],
])('reads from basic constraints %s the path length %s', (hex, pathLength) => {
  expect(extensionsOf(basicConstraints(hex.replaceAll(' ', ''))).pathLength).toBe(pathLength)
})

it.each(['3006 0101ff 0201ff', '3005 0101ff 0200', '3004 0102ffff', '3002 0100'])(
  'refuses basic constraints %s',
  (hex) => expect(() => extensionsOf(basicConstraints(hex.replaceAll(' ', '')))).toThrow(DerError),
)

it('keeps the values of extensions that CAs define, with and without the mark critical', () => {
  const oid = '1.2.156.10260.4.1.4'
  const value = writeElement(0x13, Buffer.from('91370100MA3C4D5E6K'))
  const critical = Uint8Array.of(0x01, 0x01, 0xff)
  for (const mark of [[], [critical]]) {
    const extension = writeElement(
      tags.sequence,
      writeObjectIdentifier(oid),
      ...mark,
      writeElement(tags.octetString, value),
    )
    const explicit = readElement(writeElement(0xa3, writeElement(tags.sequence, extension)))
    const isMarked = new Set(mark.length === 0 ? [] : [oid])
    expect(readExtensions(explicit)).toEqual({ isCa: false, critical: isMarked, values: new Map([[oid, value]]) })
  }
})
