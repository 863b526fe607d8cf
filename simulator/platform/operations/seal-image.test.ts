import { expect, test } from 'vitest'
import { Refusal } from '../http/problem.ts'
import { sealPicture } from '../testing/pictures.ts'
import { assertSealImage } from './seal-image.ts'

function verdictOn(picture: Uint8Array): string {
  try {
    assertSealImage(picture)
    return 'taken'
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return `${error.problem.code} ${error.problem.detail ?? ''}`
  }
}

function changed(at: number, value: number): Buffer {
  const picture = sealPicture()
  picture[at] = value
  return picture
}

/** Says that it is so large, and is not: the header's checksum is not even looked at. */
function claims(width: number, height: number): Buffer {
  const picture = sealPicture()
  picture.writeUInt32BE(width, 16)
  picture.writeUInt32BE(height, 20)
  return picture
}

test.each([
  [100, 100],
  [100, 4000],
  [4000, 100],
])('a picture of %i by %i is taken', (width, height) => {
  expect(verdictOn(sealPicture(width, height))).toBe('taken')
})

test.each([
  [99, 100],
  [100, 99],
  [4001, 100],
  [100, 4001],
])('a picture of %i by %i is refused', (width, height) => {
  expect(verdictOn(sealPicture(width, height))).toBe('seal.bad-image 图片的宽和高须为 100 到 4000 像素')
})

test('a picture that says it is enormous is not unpacked', () => {
  for (const picture of [claims(4_000_000_000, 200), claims(200, 4_000_000_000), claims(0, 0)]) {
    expect(verdictOn(picture)).toBe('seal.bad-image 图片的宽和高须为 100 到 4000 像素')
  }
})

test('what is no picture, or another kind, is refused', () => {
  const jpeg = Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(100)])
  for (const octets of [Buffer.alloc(0), Buffer.from('hello'), jpeg, changed(0, 0), sealPicture().subarray(0, 20)]) {
    expect(verdictOn(octets)).toBe('seal.bad-image 不是 PNG 图片')
  }
})

test('a damaged or shortened picture is refused', () => {
  const sound = sealPicture()
  for (const picture of [
    sound.subarray(0, 40),
    sound.subarray(0, -20),
    changed(sound.length - 30, 0xff),
    claims(120, 121),
  ]) {
    expect(verdictOn(picture)).toBe('seal.bad-image 图片已损坏')
  }
})
