import { createCanvas } from '@napi-rs/canvas'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { largestFileBytes, refusalOf, sizeOf } from './picture-file.ts'

const canvas = createCanvas(321, 123)
const viewOf = (octets: Uint8Array) => new DataView(octets.buffer, octets.byteOffset, octets.byteLength)

it.each([
  ['PNG', () => canvas.toBuffer('image/png')],
  ['JPEG', () => canvas.toBuffer('image/jpeg')],
  ['WebP', () => canvas.toBuffer('image/webp')],
  ['lossless WebP', () => canvas.toBuffer('image/webp', 100)],
])('reads the size of a %s', (_format, make) => {
  expect(sizeOf(viewOf(make()))).toEqual({ width: 321, height: 123 })
})

it('reads the size of a BMP that is written from above', () => {
  const head = new DataView(new ArrayBuffer(54))
  head.setUint16(0, 0x424d)
  head.setInt32(18, 640, true)
  head.setInt32(22, -480, true)
  expect(sizeOf(head)).toEqual({ width: 640, height: 480 })
})

it('refuses what is too large before anything is decoded', async () => {
  const png = new Uint8Array(canvas.toBuffer('image/png'))
  expect(await refusalOf(new Blob([png]))).toBeUndefined()
  new DataView(png.buffer).setUint32(16, 60_000)
  new DataView(png.buffer).setUint32(20, 60_000)
  expect(await refusalOf(new Blob([png]))).toBe('too-many-pixels')
  expect(await refusalOf(new Blob([new Uint8Array(largestFileBytes + 1)]))).toBe('file-too-large')
})

it('takes any other octets for no picture, and never throws', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 64 }), async (octets) => {
      expect(await refusalOf(new Blob([octets]))).toBe('not-a-picture')
    }),
  )
  // A JPEG that breaks off within its markers.
  expect(sizeOf(viewOf(canvas.toBuffer('image/jpeg').subarray(0, 40)))).toBeUndefined()
})
