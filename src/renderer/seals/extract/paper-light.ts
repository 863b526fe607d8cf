import type { Picture } from '../ink/picture.ts'

/** The colour of white paper under the light of a photo: red, green, blue. */
export type Colour = readonly [number, number, number]

/** How the light falls: the colour that paper has in each square of `blockSize` pixels, three values for each. */
export interface PaperLight {
  readonly columns: number
  readonly rows: number
  readonly blockSize: number
  readonly colours: Float32Array
}

const blockSize = 16
/** Paper is at least this bright against the brightest of the picture; darker than that, a shadow is not told from a table. */
const darkestPaper = 0.22
/** Of white paper under the same light; ink and wood are above. */
const largestSaturation = 0.22
/** Of a block: below that, a few bright dots do not say what its paper is like. */
const smallestShare = 0.08

/**
 * The white of the paper: the median colour of the brightest third. Stamps, text and tables are darker than paper; where
 * they are not, `lightOf` finds no paper and the seal is refused.
 */
export function paperWhite({ width, height, data }: Picture): Colour {
  const step = Math.max(1, Math.floor(Math.sqrt((width * height) / 40_000)))
  const samples: number[] = []
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) samples.push((y * width + x) * 4)
  }
  const brightness = (at: number) => (data[at] ?? 0) + 2 * (data[at + 1] ?? 0) + (data[at + 2] ?? 0)
  samples.sort((one, other) => brightness(other) - brightness(one))
  const bright = samples.slice(0, Math.max(1, Math.ceil(samples.length / 3)))
  const channel = (index: number) => {
    const values = bright.map((at) => data[at + index] ?? 0).sort((one, other) => one - other)
    return Math.max(1, values[Math.floor(values.length / 2)] ?? 1)
  }
  return [channel(0), channel(1), channel(2)]
}

/** The light in each block, by its bright pixels without colour; blocks that show no paper take it from their neighbours. */
export function lightOf(picture: Picture, white: Colour): PaperLight {
  const columns = Math.ceil(picture.width / blockSize)
  const rows = Math.ceil(picture.height / blockSize)
  const colours = new Float32Array(columns * rows * 3)
  const known = new Uint8Array(columns * rows)
  for (let block = 0; block < columns * rows; block += 1) {
    const colour = blockPaper(picture, white, (block % columns) * blockSize, Math.floor(block / columns) * blockSize)
    if (colour === undefined) continue
    known[block] = 1
    colours.set(colour, block * 3)
  }
  const light = { columns, rows, blockSize, colours }
  if (!known.includes(1)) {
    for (let block = 0; block < columns * rows; block += 1) colours.set(white, block * 3)
    return light
  }
  fillUnknown(light, known)
  return smoothed(smoothed(light))
}

/** The mean colour of a block's brighter paper: between printed letters, and in the halo of a stamp, that is the paper. */
function blockPaper({ width, height, data }: Picture, white: Colour, left: number, top: number): Colour | undefined {
  const [right, bottom] = [Math.min(width, left + blockSize), Math.min(height, top + blockSize)]
  const [whiteRed, whiteGreen, whiteBlue] = white
  const candidates = new Float32Array(blockSize * blockSize)
  let count = 0
  let looked = 0
  for (let y = top; y < bottom; y += 2) {
    for (let x = left; x < right; x += 2) {
      const at = (y * width + x) * 4
      const red = (data[at] ?? 0) / whiteRed
      const green = (data[at + 1] ?? 0) / whiteGreen
      const blue = (data[at + 2] ?? 0) / whiteBlue
      const most = Math.max(red, green, blue)
      looked += 1
      if (most < darkestPaper || most - Math.min(red, green, blue) > largestSaturation * most) continue
      // Brightness and place in one number: sorted by the first, read by the second.
      candidates[count] = Math.round(most * 1000) * 256 + ((y - top) * blockSize + x - left)
      count += 1
    }
  }
  if (count < Math.max(2, looked * smallestShare)) return undefined
  const brighter = candidates
    .subarray(0, count)
    .sort()
    .subarray(Math.floor(count / 2))
  return meanOf(brighter, data, (place) => ((top + (place >> 4)) * width + left + (place & 15)) * 4)
}

function meanOf(candidates: Float32Array, data: Uint8ClampedArray, offsetOf: (place: number) => number): Colour {
  let [red, green, blue] = [0, 0, 0]
  for (const candidate of candidates) {
    const at = offsetOf(candidate % 256)
    red += data[at] ?? 0
    green += data[at + 1] ?? 0
    blue += data[at + 2] ?? 0
  }
  const mean = (sum: number) => Math.max(1, sum / candidates.length)
  return [mean(red), mean(green), mean(blue)]
}

/** From the known blocks outwards, ring by ring. */
function fillUnknown({ columns, rows, colours }: PaperLight, known: Uint8Array): void {
  let edge = [...known.keys()].filter((block) => known[block] === 1)
  while (edge.length > 0) {
    const next = new Map<number, number[]>()
    for (const block of edge) {
      for (const neighbour of neighboursOf(block, columns, rows)) {
        if (known[neighbour] === 1) continue
        const sources = next.get(neighbour) ?? []
        sources.push(block)
        next.set(neighbour, sources)
      }
    }
    for (const [block, sources] of next) {
      known[block] = 1
      for (let channel = 0; channel < 3; channel += 1) {
        const sum = sources.reduce((total, source) => total + (colours[source * 3 + channel] ?? 0), 0)
        colours[block * 3 + channel] = sum / sources.length
      }
    }
    edge = [...next.keys()]
  }
}

function neighboursOf(block: number, columns: number, rows: number): readonly number[] {
  const [x, y] = [block % columns, Math.floor(block / columns)]
  return [
    ...(x > 0 ? [block - 1] : []),
    ...(x < columns - 1 ? [block + 1] : []),
    ...(y > 0 ? [block - columns] : []),
    ...(y < rows - 1 ? [block + columns] : []),
  ]
}

function smoothed(light: PaperLight): PaperLight {
  const { columns, rows, colours } = light
  const result = new Float32Array(colours.length)
  for (let block = 0; block < columns * rows; block += 1) {
    const around = [block, block, ...neighboursOf(block, columns, rows)]
    for (let channel = 0; channel < 3; channel += 1) {
      const sum = around.reduce((total, source) => total + (colours[source * 3 + channel] ?? 0), 0)
      result[block * 3 + channel] = sum / around.length
    }
  }
  return { ...light, colours: result }
}
