import type { Ink } from './ink.ts'
import type { PaperLight } from './paper-light.ts'
import { pixelsPerMm, toSeal, type Placement } from './placement.ts'
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
  const inside = (x: number, y: number) => distanceIn(placement, x, y) <= 1
  return {
    covered: completeness.covered,
    gap: completeness.gap,
    dpi: perMm * factor * 25.4,
    blurMm: blurOf(ink.redness, mask, inkLevel) / perMm,
    inkLevel,
    lightRange: lightRange(light),
    textShare: blackShare(ink.blackness, inside),
    ...fillsOf(mask, placement),
    raggedness: raggedness(mask),
    axisRatio: axisRatio(placement),
  }
}

/** 0 in the middle of a seal, 1 on its outline. */
export function distanceIn(placement: Placement, x: number, y: number): number {
  const { x: across, y: down } = toSeal(placement, { x: x + 0.5, y: y + 0.5 })
  const { shape } = placement.form
  return shape === 'round' || shape === 'oval' ? Math.hypot(across, down) : Math.max(Math.abs(across), Math.abs(down))
}

function fillsOf(mask: Plane, placement: Placement): Pick<Measures, 'fill' | 'innerFill'> {
  const [ink, all] = [
    [0, 0],
    [0, 0],
  ]
  for (let at = 0; at < mask.values.length; at += 1) {
    const distance = distanceIn(placement, at % mask.width, Math.floor(at / mask.width))
    for (const [zone, limit] of [1, 0.75].entries()) {
      if (distance > limit) continue
      all[zone] = (all[zone] ?? 0) + 1
      ink[zone] = (ink[zone] ?? 0) + (mask.values[at] ?? 0)
    }
  }
  return { fill: (ink[0] ?? 0) / Math.max(1, all[0] ?? 0), innerFill: (ink[1] ?? 0) / Math.max(1, all[1] ?? 0) }
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
