import { expect, test } from 'vitest'
import { pixelsOf, pngOf, stamp } from '../../../../tests/support/stamp-pictures.ts'
import { checkFile, type FileFacts } from './check-file.ts'
import { isPng, pngSides } from './png-head.ts'

const pixels = pixelsOf(stamp())
const facts = (changes: Partial<FileFacts> = {}, width = 496, height = width): FileFacts => ({
  bytes: 40_000,
  isPng: true,
  decoded: { width, height, pixels },
  ...changes,
})
const codes = (file: FileFacts, type: Parameters<typeof checkFile>[1] = 'official') =>
  checkFile(file, type).map(({ code }) => code)

test('a file is refused for its format, its size, its sides and its pixels', () => {
  expect(codes(facts())).toEqual([])
  expect(codes(facts({ isPng: false }))).toEqual(['not-png'])
  expect(codes(facts({ bytes: (1 << 20) + 1 }))).toEqual(['file-too-large'])
  expect(codes(facts({ decoded: undefined }))).toEqual(['unreadable'])
  expect(codes(facts({}, 4001))).toEqual(['sides'])
  expect(codes(facts({}, 90))).toEqual(['sides'])
})

test('the pixels that are asked for are those of 300 dpi, and 400 at most', () => {
  expect(codes(facts({}, 399))).toEqual(['too-few-pixels'])
  expect(codes(facts({}, 400))).toEqual([])
  const small = pixelsOf(stamp({ shape: 'square', width: 200, size: 0.9 }))
  const personal = (side: number) => codes(facts({ decoded: { width: side, height: side, pixels: small } }), 'personal')
  expect([personal(188), personal(189)]).toEqual([['too-few-pixels'], []])
})

test('what was found in a smaller copy is shown where it is in the file', () => {
  const small = pixelsOf(stamp({ width: 400, size: 0.4 }))
  const decoded = { width: 1600, height: 1600, pixels: small }
  const [finding] = checkFile(facts({ decoded }), 'official')
  expect(finding?.code).toBe('small-in-picture')
  const { width = 0, x = 0 } = finding?.where ?? {}
  expect([Math.round(width / 100), Math.round(x / 100)]).toEqual([6, 5])
})

test('a PNG is known by its octets', () => {
  const png = new Uint8Array(pngOf(stamp({ width: 300, height: 200 })))
  expect([isPng(png), pngSides(png)]).toEqual([true, { width: 300, height: 200 }])
  expect([isPng(png.subarray(1)), isPng(new Uint8Array()), pngSides(new Uint8Array(3))]).toEqual([
    false,
    false,
    undefined,
  ])
})
