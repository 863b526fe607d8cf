import { randomInt } from 'node:crypto'
import { PNG } from 'pngjs'
import type { Letter } from './glyphs.ts'
import { glyphColumns, glyphRows, hasDot } from './glyphs.ts'

type Colour = readonly [red: number, green: number, blue: number]
/** Left, top, width, height, in pixels. */
type Box = readonly [x: number, y: number, width: number, height: number]

/** Pixels of one dot of a letter. */
export const dotSize = 6
/** Of one letter with the room around it, in pixels. */
export const cell = { width: 42, height: 64 } as const
const margin = 6

const paper: Colour = [246, 248, 251]
const inks: readonly Colour[] = [
  [28, 62, 122],
  [122, 36, 48],
  [24, 92, 66],
  [84, 44, 116],
]
/** Lighter than any ink: noise makes it harder for a program, never for a person. */
const pencils: readonly Colour[] = [
  [170, 186, 210],
  [214, 184, 176],
  [178, 204, 186],
]

/** A picture (PNG) of these letters on noisy paper, each a little off its place. */
export function captchaPicture(text: readonly Letter[]): Buffer {
  const png = new PNG({ width: 2 * margin + text.length * cell.width, height: cell.height })
  fill(png, [0, 0, png.width, png.height], paper)
  for (let n = 0; n < 220; n++) fill(png, [randomInt(png.width), randomInt(png.height), 2, 2], oneOf(pencils))
  for (let n = 0; n < 3; n++) line(png, randomInt(png.height), randomInt(png.height), oneOf(pencils))
  text.forEach((letter, place) => write(png, letter, margin + place * cell.width))
  return PNG.sync.write(png)
}

function write(png: PNG, letter: Letter, left: number): void {
  const ink = oneOf(inks)
  const x = left + randomInt(cell.width - glyphColumns * dotSize)
  const y = 2 + randomInt(cell.height - glyphRows * dotSize - 4)
  for (let row = 0; row < glyphRows; row++) {
    for (let column = 0; column < glyphColumns; column++) {
      if (hasDot(letter, column, row)) fill(png, [x + column * dotSize, y + row * dotSize, dotSize, dotSize], ink)
    }
  }
}

function line(png: PNG, from: number, to: number, colour: Colour): void {
  for (let x = 0; x < png.width; x++) fill(png, [x, Math.round(from + ((to - from) * x) / png.width), 1, 2], colour)
}

function fill(png: PNG, [left, top, width, height]: Box, colour: Colour): void {
  for (let y = top; y < Math.min(top + height, png.height); y++) {
    for (let x = left; x < Math.min(left + width, png.width); x++)
      png.data.set([...colour, 255], 4 * (y * png.width + x))
  }
}

function oneOf(colours: readonly Colour[]): Colour {
  return colours[randomInt(colours.length)] ?? paper
}
