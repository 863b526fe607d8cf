import type { Plane } from '../ink/picture.ts'

/** Otsu's threshold (IEEE Trans. SMC 9, 1979): values above it are the one class, all others the other. */
export function otsu(plane: Plane): number {
  const histogram = histogramOf(plane)
  const count = plane.values.length
  const total = histogram.reduce((sum, amount, value) => sum + amount * value, 0)
  let [below, sumBelow, best, threshold] = [0, 0, -1, 0]
  for (const [value, amount] of histogram.entries()) {
    below += amount
    sumBelow += amount * value
    const above = count - below
    if (below === 0 || above === 0) continue
    const distance = sumBelow / below - (total - sumBelow) / above
    const between = below * above * distance * distance
    if (between > best) [best, threshold] = [between, value]
  }
  return threshold
}

/** 1 where a value is above the threshold. */
export function above(plane: Plane, threshold: number): Plane {
  const values = new Uint8Array(plane.values.length)
  for (let at = 0; at < values.length; at += 1) values[at] = (plane.values[at] ?? 0) > threshold ? 1 : 0
  return { width: plane.width, height: plane.height, values }
}

/** The middle of the values that are marked in the mask; 0 if none is. */
export function medianWhere(plane: Plane, mask: Plane): number {
  const histogram = new Array<number>(256).fill(0)
  let count = 0
  for (let at = 0; at < mask.values.length; at += 1) {
    if (mask.values[at] !== 1) continue
    const value = plane.values[at] ?? 0
    histogram[value] = (histogram[value] ?? 0) + 1
    count += 1
  }
  let seen = 0
  return Math.max(
    0,
    histogram.findIndex((amount) => (seen += amount) * 2 >= count && count > 0),
  )
}

function histogramOf({ values }: Plane): number[] {
  const histogram = new Array<number>(256).fill(0)
  for (const value of values) histogram[value] = (histogram[value] ?? 0) + 1
  return histogram
}
