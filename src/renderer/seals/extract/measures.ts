import type { Ink } from './ink.ts'
import type { PaperLight } from './paper-light.ts'
import { pixelsPerMm, type Placement } from './placement.ts'
import type { Plane } from '../ink/picture.ts'
import type { Completeness } from '../ink/shapes.ts'
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
  /** The most ink that lies along any one line parallel to the outline, near to it: a border's, or what noise has anywhere. */
  readonly borderInk: number
  readonly raggedness: number
  /** Shorter by longer axis, against what the form says; 1 when seen straight from above. */
  readonly axisRatio: number
}

/** Lines from the middle to the outline, and those of them that a border may be on. */
const [zones, borderZones] = [100, 10]

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

function fillsOf(mask: Plane, placement: Placement): Pick<Measures, 'fill' | 'innerFill' | 'borderInk'> {
  const { width, height, values } = mask
  const distance = distanceFrom(placement)
  const [ink, all] = [new Uint32Array(zones), new Uint32Array(zones)]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const zone = Math.floor(distance(x, y) * zones)
      if (zone >= zones) continue
      all[zone] = (all[zone] ?? 0) + 1
      ink[zone] = (ink[zone] ?? 0) + (values[y * width + x] ?? 0)
    }
  }
  const share = (from: number, to: number) => sum(ink.subarray(from, to)) / Math.max(1, sum(all.subarray(from, to)))
  const lines = Array.from({ length: borderZones }, (_, line) => share(zones - line - 1, zones - line))
  return { fill: share(0, zones), innerFill: share(0, 0.75 * zones), borderInk: Math.max(...lines) }
}

function sum(values: Uint32Array): number {
  return values.reduce((total, value) => total + value, 0)
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
