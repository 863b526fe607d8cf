import type { Decoded } from './check-file.ts'
import { isPng, pngSides } from './png-head.ts'

/** What is looked at: more pixels tell no more. */
const longestSide = 1600
/** A file that says it is larger is not unpacked. */
const mostPixels = 50_000_000

/**
 * Decodes a picture by Chromium's own codecs, in the page's sandbox. Undefined for what is none, and for what would be
 * too large unpacked.
 */
export async function decode(file: Blob, octets: Uint8Array): Promise<Decoded | undefined> {
  const sides = isPng(octets) ? pngSides(octets) : undefined
  if (sides !== undefined && sides.width * sides.height > mostPixels) return undefined
  const bitmap = await createImageBitmap(file).catch(() => undefined)
  if (bitmap === undefined) return undefined
  const { width, height } = bitmap
  try {
    const scale = Math.min(1, longestSide / Math.max(width, height))
    const canvas = new OffscreenCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)))
    const context = canvas.getContext('2d')
    if (context === null) return undefined
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    return { width, height, pixels: { width: canvas.width, height: canvas.height, data } }
  } finally {
    bitmap.close()
  }
}
