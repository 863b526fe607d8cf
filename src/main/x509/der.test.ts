import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  DerError,
  expectTag,
  readElement,
  readElements,
  readObjectIdentifier,
  tags,
  writeBitString,
  writeElement,
  writeObjectIdentifier,
} from './der.ts'

const octets = fc.uint8Array({ maxLength: 400 })
const lowTag = fc.integer({ min: 0, max: 255 }).filter((tag) => (tag & 0x1f) !== 0x1f)
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))

it('reads back every element it has written, whatever follows', () => {
  const written = fc.property(lowTag, octets, octets, (tag, content, after) => {
    const whole = writeElement(tag, content)
    expect(readElement(Uint8Array.of(...whole, ...after))).toEqual({ tag, content, whole })
  })
  fc.assert(written, { numRuns: 1000 })
})

it.each([
  [127, '30 7f'],
  [128, '30 81 80'],
  [255, '30 81 ff'],
  [256, '30 82 01 00'],
  [65_535, '30 82 ff ff'],
  [65_536, '30 83 01 00 00'],
])('writes a length of %i in the shortest form', (length, header) => {
  const whole = writeElement(tags.sequence, new Uint8Array(length))
  const headerOctets = bytes(header.replaceAll(' ', ''))
  expect(whole.subarray(0, headerOctets.length)).toEqual(headerOctets)
  expect(readElement(whole).content.length).toBe(length)
})

it('reads a length of four octets', () => {
  expect(readElement(bytes('30840000000107')).content).toEqual(Uint8Array.of(7))
})

it('joins several contents and reads them one after the other', () => {
  const parts = [bytes('020101'), bytes('0500'), writeElement(tags.utf8String, Buffer.from('证书'))]
  const { content } = readElement(writeElement(tags.sequence, ...parts))
  expect(readElements(content).map(({ whole }) => Uint8Array.from(whole))).toEqual(
    parts.map((part) => Uint8Array.from(part)),
  )
})

it('refuses every element that is cut off', () => {
  const whole = writeElement(tags.sequence, new Uint8Array(300))
  for (let length = 0; length < whole.length; length += 1) {
    expect(() => readElement(whole.subarray(0, length)), `${length} octets`).toThrow(DerError)
  }
})

it.each([
  ['nothing at all', ''],
  ['a tag without a length', '30'],
  ['an indefinite length', '30800000'],
  ['a length of 4 GB', '3084ffffffff'],
  ['a length of five octets', '30850000000001'],
  ['a length of 127 octets', '30ff'],
  ['a high tag number', '1f810107'],
])('refuses %s', (_name, hex) => {
  expect(() => readElement(bytes(hex))).toThrow(DerError)
})

it('does not look outside the bytes it was given', () => {
  const larger = bytes('3004020101020102')
  expect(() => readElements(larger.subarray(2, 4))).toThrow(DerError)
  expect(readElements(larger.subarray(2, 5))).toHaveLength(1)
})

it('throws DerError and nothing else on arbitrary bytes', () => {
  const survives = fc.property(fc.uint8Array({ maxLength: 64 }), (content) => {
    for (const read of [readElement, readElements, readObjectIdentifier]) throwsOnlyDerError(() => read(content))
  })
  fc.assert(survives, { numRuns: 10_000 })
})

function throwsOnlyDerError(read: () => unknown): void {
  try {
    read()
  } catch (error) {
    expect(error).toBeInstanceOf(DerError)
  }
}

it('says which tag was expected and which was found', () => {
  const element = readElement(bytes('020101'))
  expect(expectTag(element, tags.integer)).toBe(element)
  expect(() => expectTag(element, tags.sequence)).toThrow(new DerError('expected tag 48, found 2'))
  expect(() => expectTag(undefined, tags.sequence)).toThrow(new DerError('expected tag 48, found nothing'))
})

// X.690, 8.19; the second is its own example.
it.each([
  ['1.2.840.113549.1.1.11', '06092a864886f70d01010b'],
  ['2.999.3', '0603883703'],
  ['2.5.4.3', '0603550403'],
  ['1.2.156.10197.1.501', '06082a811ccf55018375'],
  ['0.9.2342.19200300.100.1.25', '060a0992268993f22c640119'],
])('writes and reads the object identifier %s', (dotted, hex) => {
  expect(Buffer.from(writeObjectIdentifier(dotted)).toString('hex')).toBe(hex)
  expect(readObjectIdentifier(readElement(bytes(hex)).content)).toBe(dotted)
})

it.each([
  ['without octets', ''],
  ['that ends inside an arc', '550483'],
])('refuses an object identifier %s', (_name, hex) => {
  expect(() => readObjectIdentifier(bytes(hex))).toThrow(DerError)
})

it('writes a bit string of whole octets', () => {
  expect(writeBitString(bytes('a0b1'))).toEqual(bytes('030300a0b1'))
})
