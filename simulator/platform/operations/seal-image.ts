import { createHash } from 'node:crypto'
import { PNG } from 'pngjs'
import { Refusal } from '../http/problem.ts'

const signature = Buffer.from('89504e470d0a1a0a', 'hex')
/** The header comes first and its sides stand in these octets (PNG, 11.2.2). */
const header = { length: 24, width: 16, height: 20 } as const
const smallestSide = 100
const largestSide = 4000

/** Errors: seal.bad-image. */
export function assertSealImage(octets: Uint8Array): void {
  const image = Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength)
  if (image.length < header.length || !image.subarray(0, signature.length).equals(signature)) {
    throw new Refusal('seal.bad-image', { detail: '不是 PNG 图片' })
  }
  // Before anything is unpacked: a small file may say that it is enormous.
  const sides = [image.readUInt32BE(header.width), image.readUInt32BE(header.height)]
  if (sides.some((side) => side < smallestSide || side > largestSide)) {
    throw new Refusal('seal.bad-image', { detail: `图片的宽和高须为 ${smallestSide} 到 ${largestSide} 像素` })
  }
  try {
    PNG.sync.read(image)
  } catch {
    throw new Refusal('seal.bad-image', { detail: '图片已损坏' })
  }
}

/** Hex SHA-256 of a picture that is kept in base64. */
export function imageSha256(image: string): string {
  return createHash('sha256').update(Buffer.from(image, 'base64')).digest('hex')
}
