import { sizeWithin, type Picture, type PictureSource } from '../ink/picture.ts'

/** Reads parts of a decoded picture through a canvas, which makes them smaller well and quickly. */
export function bitmapSource(bitmap: ImageBitmap): PictureSource {
  return {
    width: bitmap.width,
    height: bitmap.height,
    read: (area, maxSide) => {
      const { width, height } = sizeWithin(area, maxSide)
      const canvas = new OffscreenCanvas(width, height)
      const context = contextOf(canvas)
      // What is transparent is paper.
      context.fillStyle = '#fff'
      context.fillRect(0, 0, width, height)
      context.imageSmoothingQuality = 'high'
      context.drawImage(bitmap, area.x, area.y, area.width, area.height, 0, 0, width, height)
      return { width, height, data: context.getImageData(0, 0, width, height).data }
    },
  }
}

/** A picture as PNG. */
export async function toPng({ width, height, data }: Picture): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height)
  const image = new ImageData(width, height)
  image.data.set(data)
  contextOf(canvas).putImageData(image, 0, 0)
  return canvas.convertToBlob({ type: 'image/png' })
}

/** A small JPEG of it, to be looked at. */
export async function toPreview(bitmap: ImageBitmap, maxSide: number): Promise<Blob> {
  const { width, height } = sizeWithin({ x: 0, y: 0, width: bitmap.width, height: bitmap.height }, maxSide)
  const canvas = new OffscreenCanvas(width, height)
  const context = contextOf(canvas)
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'medium'
  context.drawImage(bitmap, 0, 0, width, height)
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 })
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('no canvas')
  return context
}
