import { boundsWithin, wholeOf, type Picture, type Plane, type Rectangle } from '../ink/picture.ts'

/** What a pixel shows: nothing, red ink, ink of another colour, or a ground that is neither white nor transparent. */
export const kinds = { ground: 0, red: 1, other: 2, tint: 3 } as const
type Kind = (typeof kinds)[keyof typeof kinds]

const clearAlpha = 48
const whiteFrom = 232
const darkBelow = 140
const paleFrom = 200
/** Red ink: so far before the other colours, and so saturated; its hue at most 20 degrees from red. */
const leastRedness = 30
const leastSaturation = 0.25
const widestHue = 1 / 3

/** One of `kinds` for each pixel. */
export function classify({ width, height, data }: Picture): Plane {
  const values = new Uint8Array(width * height)
  for (let pixel = 0, at = 0; pixel < values.length; pixel += 1, at += 4) {
    values[pixel] = kindOf(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0, data[at + 3] ?? 0)
  }
  return { width, height, values }
}

function kindOf(red: number, green: number, blue: number, alpha: number): Kind {
  if (alpha < clearAlpha) return kinds.ground
  // As it looks on paper.
  const paper = 255 - alpha
  return kindOnPaper((red * alpha) / 255 + paper, (green * alpha) / 255 + paper, (blue * alpha) / 255 + paper)
}

function kindOnPaper(red: number, green: number, blue: number): Kind {
  const least = Math.min(red, green, blue)
  if (least >= whiteFrom) return kinds.ground
  const most = Math.max(red, green, blue)
  const luma = 0.299 * red + 0.587 * green + 0.114 * blue
  const isReddish = red === most && Math.abs(green - blue) <= widestHue * (red - least)
  if (isReddish && red - Math.max(green, blue) >= leastRedness) {
    if ((most - least) / most >= leastSaturation) return kinds.red
    // The soft edge of a stroke.
    if (luma >= paleFrom) return kinds.ground
  }
  return luma < darkBelow ? kinds.other : kinds.tint
}

export interface Census {
  readonly red: number
  readonly other: number
  readonly tint: number
}

export function count({ values }: Plane): Census {
  const counted = [0, 0, 0, 0]
  for (const kind of values) counted[kind] = (counted[kind] ?? 0) + 1
  const [, red = 0, other = 0, tint = 0] = counted
  return { red, other, tint }
}

/** Where there is ink of these kinds: 1, else 0. */
export function maskOf({ width, height, values }: Plane, wanted: readonly Kind[]): Plane {
  return { width, height, values: Uint8Array.from(values, (kind) => (wanted.includes(kind as Kind) ? 1 : 0)) }
}

/** The rectangle around all pixels of these kinds. */
export function boundsOf(classified: Plane, wanted: readonly Kind[]): Rectangle | undefined {
  return boundsWithin(classified, wholeOf(classified), (kind) => wanted.includes(kind as Kind))
}
