import type { Plane } from '../ink/picture.ts'

/**
 * How blurred the edges of the ink are: the standard deviation of the blur, in pixels. The steepest point of an edge of
 * contrast C that a Gauss of σ has blurred rises by C / (σ·√(2π)).
 *
 * @param inkLevel what full ink has, 0–255
 */
export function blurOf({ width, height, values }: Plane, mask: Plane, inkLevel: number): number {
  const slopes: number[] = []
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x
      if (mask.values[at] !== 1 || (mask.values[at + 1] === 1 && mask.values[at + width] === 1)) continue
      const across = ((values[at + 1] ?? 0) - (values[at - 1] ?? 0)) / 2
      const down = ((values[at + width] ?? 0) - (values[at - width] ?? 0)) / 2
      slopes.push(Math.hypot(across, down))
    }
  }
  const typical = slopes.sort((one, other) => one - other)[Math.floor(slopes.length * 0.6)] ?? 0
  return typical === 0 ? Infinity : inkLevel / (typical * Math.sqrt(2 * Math.PI))
}

/** Changes between ink and paper per pixel of ink: strokes have few, noise one for each. */
export function raggedness({ width, values }: Plane): number {
  let [ink, changes] = [0, 0]
  for (let at = width; at < values.length; at += 1) {
    const value = values[at]
    if (value === 1) ink += 1
    if (value !== values[at - 1]) changes += 0.5
    if (value !== values[at - width]) changes += 0.5
  }
  return ink === 0 ? Infinity : changes / ink
}
