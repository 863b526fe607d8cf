import { marginShare } from '../../../src/renderer/seals/extract/draw-seal.ts'
import type { Picture } from '../../../src/renderer/seals/ink/picture.ts'
import { sealPixels, type SealForm } from '../../../src/shared/seals/seal-types.ts'
import { idealSeal } from './seal-art.ts'

/** Intersection over union of what was drawn from a photo and of the seal itself, pixel by pixel, without moving either. */
export function iou(picture: Picture, form: SealForm, clockwise: number): number {
  const margin = 2 * Math.round(Math.max(sealPixels(form.widthMm), sealPixels(form.heightMm)) * marginShare)
  const { mask, canvas } = idealSeal(form, clockwise, margin)
  if (canvas.width !== picture.width || canvas.height !== picture.height) return 0
  let [both, either] = [0, 0]
  for (let at = 0; at < mask.length; at += 1) {
    const isInk = (picture.data[at * 4 + 3] ?? 0) >= 128
    const isIdeal = mask[at] === 1
    if (isInk && isIdeal) both += 1
    if (isInk || isIdeal) either += 1
  }
  return both / either
}
