import { maxSealImageBytes } from '../../shared/platform/schemas/seals.ts'
import { pictureSides } from '../../shared/seals/picture-limits.ts'
import { AppError } from '../app-error.ts'

/** PNG, 5.2 and 11.2.2: the signature, then the header chunk with width and height. */
const signature = Buffer.from('89504e470d0a1a0a', 'hex')
const headerStart = Buffer.from('0000000d49484452', 'hex')
const leastLength = 33

/**
 * Looks at the head of a picture and at nothing else: what others have made is not unpacked in this process. Codes
 * seal.tooLarge, seal.badImage.
 */
export function assertSealImage(octets: Uint8Array): void {
  const image = Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength)
  if (image.length > maxSealImageBytes) throw new AppError('seal.tooLarge', { details: { bytes: image.length } })
  if (image.length < leastLength || !image.subarray(0, 8).equals(signature)) throw badImage('not-png')
  if (!image.subarray(8, 16).equals(headerStart)) throw badImage('header')
  const lengths = [image.readUInt32BE(16), image.readUInt32BE(20)]
  if (lengths.some((length) => length < pictureSides.smallest || length > pictureSides.largest)) throw badImage('sides')
}

/** @param seen what is wrong with it; for the log and support, not a word that the page shows */
function badImage(seen: 'not-png' | 'header' | 'sides'): AppError {
  return new AppError('seal.badImage', { details: { seen } })
}
