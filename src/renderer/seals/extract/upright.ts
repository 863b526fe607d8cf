import { toPicture, type Placement } from './placement.ts'
import type { Plane } from '../ink/picture.ts'

/** The company's text runs along here, as shares of the radius. */
const textRing = { from: 0.69, to: 0.86 }
const starRing = { from: 0.12, to: 0.32 }
const steps = 360
/** The text leaves the bottom free: wider than between two characters, narrower than half. */
const [leastGap, mostGap] = [36, 190]
/** How far star and gap may disagree, in degrees. */
const agreement = 7

/**
 * How far a round seal has to be turned, clockwise in degrees, to stand upright: where the text has its one wide gap is the
 * bottom, and one point of the star shows the other way. Undefined unless both say the same: then the user turns it.
 */
export function uprightTurn(mask: Plane, placement: Placement): number | undefined {
  if (placement.form.shape !== 'round') return undefined
  const bottom = gapMiddle(mask, placement)
  const point = starPoint(mask, placement)
  if (bottom === undefined || point === undefined) return undefined
  // The star repeats every 72°; its point nearest to the top is the exact direction.
  const top = bottom + 180
  const off = nearest(point - top, 72)
  if (Math.abs(off) > agreement) return undefined
  return nearest(-90 - (top + off), 360)
}

/** The direction of the middle of the text's gap, in degrees clockwise from the right. */
function gapMiddle(mask: Plane, placement: Placement): number | undefined {
  const ink = profile(mask, placement, textRing)
  const isInk = ink.map((share) => share > 0.04)
  const gaps: { readonly start: number; readonly length: number }[] = []
  const first = isInk.indexOf(true)
  if (first === -1) return undefined
  let length = 0
  for (let step = first; step <= first + steps; step += 1) {
    if (isInk[step % steps] !== true) length += 1
    else {
      if (length > 0) gaps.push({ start: step - length, length })
      length = 0
    }
  }
  const [widest, second] = gaps.toSorted((one, other) => other.length - one.length)
  if (widest === undefined || widest.length < leastGap || widest.length > mostGap) return undefined
  if (second !== undefined && second.length > widest.length / 2) return undefined
  return (widest.start + widest.length / 2) % steps
}

/** The direction of one of the star's points, by the fifth harmonic of its ink; undefined if there is no star. */
function starPoint(mask: Plane, placement: Placement): number | undefined {
  const ink = profile(mask, placement, starRing)
  const mean = ink.reduce((sum, share) => sum + share, 0) / steps
  const fifth = harmonic(ink, 5)
  if (mean < 0.1 || fifth.amplitude < 0.25 * mean) return undefined
  // Five points and nothing else: another figure has other harmonics too.
  const others = [2, 3, 4, 6, 7].map((order) => harmonic(ink, order).amplitude)
  return Math.max(...others) > fifth.amplitude / 2 ? undefined : fifth.phase / 5
}

/** Share of ink along each direction, between two radii. */
function profile(mask: Plane, placement: Placement, { from, to }: { from: number; to: number }): readonly number[] {
  const samples = 16
  return Array.from({ length: steps }, (_, step) => {
    const angle = (step * Math.PI) / 180
    let ink = 0
    for (let sample = 0; sample < samples; sample += 1) {
      const radius = from + ((sample + 0.5) / samples) * (to - from)
      const { x, y } = toPicture(placement, radius * Math.cos(angle), radius * Math.sin(angle))
      ink += mask.values[Math.floor(y) * mask.width + Math.floor(x)] ?? 0
    }
    return ink / samples
  })
}

function harmonic(values: readonly number[], order: number): { readonly amplitude: number; readonly phase: number } {
  let [cos, sin] = [0, 0]
  for (const [step, value] of values.entries()) {
    const angle = (2 * Math.PI * order * step) / values.length
    cos += value * Math.cos(angle)
    sin += value * Math.sin(angle)
  }
  return { amplitude: (2 * Math.hypot(cos, sin)) / values.length, phase: (Math.atan2(sin, cos) * 180) / Math.PI }
}

/** The same angle, as near to 0 as its period allows. */
function nearest(angle: number, period: number): number {
  return angle - period * Math.round(angle / period)
}
