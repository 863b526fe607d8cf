import type { Plane } from '../ink/picture.ts'

/** Darker than that, in its brightest channel, is text and not ink of a seal. */
const blackest = 120

/**
 * The redness as it would be without black text across it: where a pixel is black, what a closing (dilation, then erosion)
 * makes of the red on both sides; anywhere else as it is. Text on bare paper stays bare paper.
 *
 * @param radius in pixels: strokes up to twice as wide are bridged
 */
export function underText(redness: Plane, blackness: Plane, radius: number): Plane {
  if (radius < 1 || !blackness.values.some((value) => value > blackest)) return redness
  const closed = spread(spread(redness, radius, Math.max), radius, Math.min)
  const values = new Uint8Array(redness.values)
  const nearBlack = spread(blackness, 1, Math.max)
  for (let at = 0; at < values.length; at += 1) {
    if ((nearBlack.values[at] ?? 0) > blackest) values[at] = Math.max(values[at] ?? 0, closed.values[at] ?? 0)
  }
  return { ...redness, values }
}

/** The share of black among all pixels that a test picks. */
export function blackShare({ width, values }: Plane, isMeant: (x: number, y: number) => boolean): number {
  let [black, all] = [0, 0]
  for (let at = 0; at < values.length; at += 1) {
    if (!isMeant(at % width, Math.floor(at / width))) continue
    all += 1
    if ((values[at] ?? 0) > blackest) black += 1
  }
  return all === 0 ? 0 : black / all
}

/** The largest (or smallest) value in a square window, by rows and then by columns. */
function spread(plane: Plane, radius: number, choose: (one: number, other: number) => number): Plane {
  const { width, height } = plane
  const rows = alongLines(plane.values, { radius, choose, lines: height, length: width, step: 1, stride: width })
  return {
    ...plane,
    values: alongLines(rows, { radius, choose, lines: width, length: height, step: width, stride: 1 }),
  }
}

interface Lines {
  readonly radius: number
  readonly choose: (one: number, other: number) => number
  readonly lines: number
  readonly length: number
  /** From one value of a line to the next. */
  readonly step: number
  /** From one line to the next. */
  readonly stride: number
}

/** Van Herk's: within blocks of a window's length, running values from both ends; each window is two of them. */
function alongLines(values: Uint8Array, { radius, choose, lines, length, step, stride }: Lines): Uint8Array {
  const result = new Uint8Array(values.length)
  const window = 2 * radius + 1
  const forwards = new Uint8Array(length)
  const backwards = new Uint8Array(length)
  for (let line = 0; line < lines; line += 1) {
    const start = line * stride
    for (let at = 0; at < length; at += 1) {
      const value = values[start + at * step] ?? 0
      forwards[at] = at % window === 0 ? value : choose(forwards[at - 1] ?? 0, value)
    }
    for (let at = length - 1; at >= 0; at -= 1) {
      const value = values[start + at * step] ?? 0
      const isLast = at === length - 1 || (at + 1) % window === 0
      backwards[at] = isLast ? value : choose(backwards[at + 1] ?? 0, value)
    }
    for (let at = 0; at < length; at += 1) {
      const first = backwards[Math.max(0, at - radius)] ?? 0
      const last = forwards[Math.min(length - 1, at + radius)] ?? 0
      result[start + at * step] = choose(first, last)
    }
  }
  return result
}
