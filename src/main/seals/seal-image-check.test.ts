import fc from 'fast-check'
import { expect, it } from 'vitest'
import { maxSealImageBytes } from '../../shared/platform/schemas/seals.ts'
import { toFailure } from '../app-error.ts'
import { assertSealImage } from './seal-image-check.ts'

/** Signature and header of a PNG with these sides, and nothing else. */
function png(width: number, height: number, length = 33): Uint8Array {
  const image = Buffer.alloc(length)
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(image)
  image.writeUInt32BE(width, 16)
  image.writeUInt32BE(height, 20)
  return image
}

function seen(image: Uint8Array): unknown {
  try {
    assertSealImage(image)
    return 'taken'
  } catch (error) {
    const { code, details } = toFailure(error)
    return details?.['seen'] ?? code
  }
}

it.each([
  ['a seal', png(496, 496), 'taken'],
  ['the smallest', png(100, 100), 'taken'],
  ['the largest', png(4000, 4000), 'taken'],
  ['one that is a pixel too narrow', png(99, 400), 'sides'],
  ['one that is a pixel too high', png(400, 4001), 'sides'],
  ['one that says it is enormous', png(0xffffffff, 0xffffffff), 'sides'],
  ['one that says it is nothing', png(0, 0), 'sides'],
  ['one without a whole header', png(496, 496).subarray(0, 32), 'not-png'],
  ['a JPEG', Uint8Array.from([0xff, 0xd8, ...Array<number>(40).fill(0)]), 'not-png'],
  ['one that begins with another chunk', png(496, 496).fill(0x41, 12, 16), 'header'],
  ['one of exactly the largest size', png(496, 496, maxSealImageBytes), 'taken'],
  ['one of an octet more', png(496, 496, maxSealImageBytes + 1), 'seal.tooLarge'],
])('%s', (_what, image, expected) => {
  expect(seen(image)).toBe(expected)
})

it('looks at its own octets only, wherever they stand in a buffer', () => {
  const larger = new Uint8Array(100)
  larger.set(png(496, 496), 7)
  expect(seen(larger.subarray(7, 40))).toBe('taken')
})

it('takes no junk, and fails with its own codes only', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (junk) => {
      expect(['not-png', 'header', 'sides']).toContain(seen(junk))
    }),
  )
})
