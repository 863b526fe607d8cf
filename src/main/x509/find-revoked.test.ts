import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { DerError, tags, writeElement } from './der.ts'
import { findRevoked } from './find-revoked.ts'
import { writeTime } from './testing/built-certificate.ts'

const entry = (serial: Uint8Array) =>
  writeElement(tags.sequence, writeElement(tags.integer, serial), writeTime('261101080000Z'))
const numbered = (number: number) => Uint8Array.of(1, number >> 16, (number >> 8) & 255, number & 255)

it('finds one of a hundred thousand, the first and the last among them, and none that is not there', () => {
  const count = 100_000
  const entries = Buffer.concat(Array.from({ length: count }, (_, number) => entry(numbered(number))))
  for (const number of [0, 77_777, count - 1]) {
    expect(findRevoked(entries, numbered(number))?.revokedAt).toEqual(new Date('2026-11-01T08:00:00Z'))
  }
  expect(findRevoked(entries, numbered(count))).toBeUndefined()
  expect(findRevoked(entries, numbered(7).subarray(1))).toBeUndefined()
})

it('takes a number with needless zeros for the same number', () => {
  const entries = entry(Uint8Array.of(0, 0, 0x8f, 1))
  expect(findRevoked(entries, Uint8Array.of(0, 0x8f, 1))).toBeDefined()
  expect(findRevoked(entries, Uint8Array.of(0x8f))).toBeUndefined()
  expect(findRevoked(entry(Uint8Array.of(0)), Uint8Array.of(0, 0))).toBeDefined()
})

it('finds the same as a reader of every entry would, and throws only its own error', () => {
  const serial = fc.uint8Array({ minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(fc.array(serial, { maxLength: 20 }), serial, fc.nat(), (serials, wanted, cut) => {
      const entries = Buffer.concat(serials.map(entry))
      const plain = (octets: Uint8Array) => BigInt(`0x${Buffer.from(octets).toString('hex')}`)
      expect(findRevoked(entries, wanted) !== undefined).toBe(serials.some((one) => plain(one) === plain(wanted)))
      const part = entries.subarray(0, cut % (entries.length + 1))
      try {
        findRevoked(part, wanted)
      } catch (error) {
        expect(error).toBeInstanceOf(DerError)
      }
    }),
    { numRuns: 500 },
  )
})
