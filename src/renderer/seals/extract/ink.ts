import type { PaperLight } from './paper-light.ts'
import type { Picture, Plane } from '../ink/picture.ts'

/** What is on the paper, under even white light. */
export interface Ink {
  /** Red minus the stronger of green and blue; 0 where the hue is not that of a seal. */
  readonly redness: Plane
  /** How far the darkest channel is from paper: ink of any colour. */
  readonly darkness: Plane
  /** How far the brightest channel is from paper: black and grey, not red. */
  readonly blackness: Plane
}

/** Hues from 330° to 21°: red ink is at 345°–10°; what is beyond is wood, skin, or a violet or orange pen. */
const mostYellow = 0.35
const mostBlue = 0.5

/** Divides a picture by its light and separates the inks. */
export function separateInk(picture: Picture, light: PaperLight): Ink {
  const { width, height, data } = picture
  const ink = { redness: plane(picture), darkness: plane(picture), blackness: plane(picture) }
  const row = new Float32Array(light.columns * 3)
  for (let y = 0; y < height; y += 1) {
    lightOfRow(light, y, row)
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x
      const position = Math.min(Math.max((x + 0.5) / light.blockSize - 0.5, 0), light.columns - 1)
      const left = Math.floor(position)
      const share = position - left
      const from = left * 3
      const to = Math.min(left + 1, light.columns - 1) * 3
      const red = evened(data, at * 4, row, from, to, share)
      const green = evened(data, at * 4 + 1, row, from + 1, to + 1, share)
      const blue = evened(data, at * 4 + 2, row, from + 2, to + 2, share)
      const least = Math.min(red, green, blue)
      ink.redness.values[at] = rednessOf(red, green, blue, least)
      ink.darkness.values[at] = 255 - least
      ink.blackness.values[at] = 255 - Math.max(red, green, blue)
    }
  }
  return ink
}

function rednessOf(red: number, green: number, blue: number, least: number): number {
  const colour = red - least
  if (green - blue > mostYellow * colour || blue - green > mostBlue * colour) return 0
  return Math.max(0, red - Math.max(green, blue))
}

/** The value of one channel as it would be on white paper. */
function evened(
  data: Uint8ClampedArray,
  at: number,
  row: Float32Array,
  from: number,
  to: number,
  share: number,
): number {
  const light = (row[from] ?? 1) * (1 - share) + (row[to] ?? 1) * share
  return Math.min(255, ((data[at] ?? 0) * 255) / light)
}

function lightOfRow({ rows, columns, blockSize, colours }: PaperLight, y: number, row: Float32Array): void {
  const position = Math.min(Math.max((y + 0.5) / blockSize - 0.5, 0), rows - 1)
  const top = Math.floor(position)
  const share = position - top
  const [from, to] = [top * columns * 3, Math.min(top + 1, rows - 1) * columns * 3]
  for (let index = 0; index < row.length; index += 1) {
    row[index] = (colours[from + index] ?? 1) * (1 - share) + (colours[to + index] ?? 1) * share
  }
}

function plane({ width, height }: Picture): Plane {
  return { width, height, values: new Uint8Array(width * height) }
}
