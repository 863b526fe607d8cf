import type { Ink } from './ink.ts'
import type { PaperLight } from './paper-light.ts'
import { pixelsPerMm, type Placement } from './placement.ts'
import type { Plane } from './picture.ts'
import type { Completeness } from './shapes.ts'
import { blurOf, raggedness } from './sharpness.ts'
import { blackShare } from './under-text.ts'

/** What a picture of a seal is judged by. */
export interface Measures extends Completeness {
  /** Of the photo itself, dots per inch of the seal. */
  readonly dpi: number
  readonly blurMm: number
  readonly inkLevel: number
  /** The darkest paper against the brightest, around the seal. */
  readonly lightRange: number
  /** Black within the outline. */
  readonly textShare: number
  /** Ink within the outline, and within its middle half. */
  readonly fill: number
  readonly innerFill: number
  readonly raggedness: number
  /** Shorter by longer axis, against what the form says; 1 when seen straight from above. */
  readonly axisRatio: number
}

export interface Seen {
  readonly ink: Ink
  readonly mask: Plane
  readonly light: PaperLight
  readonly inkLevel: number
  readonly placement: Placement
  readonly completeness: Completeness
  /** Pixels of the photo for one of the working picture. */
  readonly factor: number
}

export function measure({ ink, mask, light, inkLevel, placement, completeness, factor }: Seen): Measures {
  const perMm = pixelsPerMm(placement)
  const distance = distanceFrom(placement)
  return {
    covered: completeness.covered,
    gap: completeness.gap,
    dpi: perMm * factor * 25.4,
    blurMm: blurOf(ink.redness, mask, inkLevel) / perMm,
    inkLevel,
    lightRange: lightRange(light),
    textShare: blackShare(ink.blackness, (x, y) => distance(x, y) <= 1),
    ...fillsOf(mask, placement),
    raggedness: raggedness(mask),
    axisRatio: axisRatio(placement),
  }
}

/** 0 in the middle of a seal, 1 on its outline, for each pixel of a picture. */
export function distanceFrom(placement: Placement): (x: number, y: number) => number {
  const { centre, right, down, form } = placement
  const determinant = right.x * down.y - right.y * down.x
  const isEllipse = form.shape === 'round' || form.shape === 'oval'
  return (x, y) => {
    const dx = x + 0.5 - centre.x
    const dy = y + 0.5 - centre.y
    const across = (dx * down.y - dy * down.x) / determinant
    const along = (dy * right.x - dx * right.y) / determinant
    return isEllipse ? Math.sqrt(across * across + along * along) : Math.max(Math.abs(across), Math.abs(along))
  }
}

function fillsOf({ width, height, values }: Plane, placement: Placement): Pick<Measures, 'fill' | 'innerFill'> {
  const distance = distanceFrom(placement)
  let [ink, all, innerInk, innerAll] = [0, 0, 0, 0]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = distance(x, y)
      if (from > 1) continue
      const value = values[y * width + x] ?? 0
      all += 1
      ink += value
      if (from > 0.75) continue
      innerAll += 1
      innerInk += value
    }
  }
  return { fill: ink / Math.max(1, all), innerFill: innerInk / Math.max(1, innerAll) }
}

function axisRatio({ right, down, form }: Placement): number {
  const perMm = [Math.hypot(right.x, right.y) / form.widthMm, Math.hypot(down.x, down.y) / form.heightMm]
  const skew = Math.abs(right.x * down.y - right.y * down.x) / (form.widthMm * form.heightMm)
  const longest = Math.max(...perMm, 1e-6)
  return Math.min(1, skew / (longest * longest))
}

function lightRange({ colours }: PaperLight): number {
  let [darkest, brightest] = [Infinity, 1]
  for (let at = 1; at < colours.length; at += 3) {
    darkest = Math.min(darkest, colours[at] ?? 0)
    brightest = Math.max(brightest, colours[at] ?? 0)
  }
  return darkest / brightest
}
