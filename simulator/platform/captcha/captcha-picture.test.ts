import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { captchaPicture, cell, dotSize } from './captcha-picture.ts'
import type { Letter } from './glyphs.ts'
import { glyphColumns, glyphRows, hasDot, letters } from './glyphs.ts'

/** Ink is darker than paper and than every noise. */
const isInk = (png: PNG, x: number, y: number) => (png.data[4 * (y * png.width + x) + 1] ?? 255) < 100

/** The dots of the letters, left to right, as far as ink tells; each letter keeps to its cell. */
function readLetters(picture: Buffer, count: number): string {
  const png = PNG.sync.read(picture)
  const margin = (png.width - count * cell.width) / 2
  return Array.from({ length: count }, (_none, place) => {
    const left = margin + place * cell.width
    const columns = Array.from({ length: cell.width }, (_none, x) => left + x)
    const rows = Array.from({ length: cell.height }, (_none, y) => y)
    const x = columns.find((at) => rows.some((y) => isInk(png, at, y))) ?? 0
    const y = rows.find((at) => columns.some((column) => isInk(png, column, at))) ?? 0
    return letters.find((letter) => isAt(png, letter, x, y)) ?? '?'
  }).join('')
}

function isAt(png: PNG, letter: Letter, left: number, top: number): boolean {
  for (let row = 0; row < glyphRows; row++) {
    for (let column = 0; column < glyphColumns; column++) {
      const [x, y] = [left + (column + 0.5) * dotSize, top + (row + 0.5) * dotSize]
      if (isInk(png, x, y) !== hasDot(letter, column, row)) return false
    }
  }
  return true
}

test('shows every letter where ink tells it from every other', () => {
  for (let first = 0; first < letters.length; first += 2) {
    const text = [...letters.slice(first, first + 2), ...letters.slice(0, 2)]
    expect(readLetters(captchaPicture(text), text.length)).toBe(text.join(''))
  }
})

test('leaves out the letters that people confuse', () => {
  expect(letters.filter((letter) => '01OILlZSBV'.includes(letter))).toEqual([])
  expect(new Set(letters).size).toBe(26)
})

test('is not drawn the same way twice', () => {
  const [one, other] = [captchaPicture(['A', 'C', 'E', 'K']), captchaPicture(['A', 'C', 'E', 'K'])]
  expect(one.equals(other)).toBe(false)
})
