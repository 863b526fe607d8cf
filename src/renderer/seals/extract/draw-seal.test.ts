import { expect, it } from 'vitest'
import { unadjusted, type Adjustment } from './adjustment.ts'
import { drawnSize, drawSeal, sealRed, toMillimetres } from './draw-seal.ts'
import type { Picture } from '../ink/picture.ts'
import { placeRectangle, toPicture, toSeal } from './placement.ts'
import type { SealReading } from './reading.ts'

const form = { shape: 'rectangle', widthMm: 20, heightMm: 10 } as const
/** 20 pixels a millimetre; ink in the upper left quarter of the seal, faint ink in the lower right one. */
const placement = placeRectangle({ centre: { x: 250, y: 150 }, width: 400, height: 200, angle: 0 }, form)
const redness = {
  width: 500,
  height: 300,
  values: Uint8Array.from({ length: 150_000 }, (_, at) => {
    const { x, y } = toSeal(placement, { x: at % 500, y: Math.floor(at / 500) })
    if (Math.max(Math.abs(x), Math.abs(y)) > 0.9 || x * y < 0) return 0
    return x < 0 ? 160 : 50
  }),
}
const reading: SealReading = { redness, threshold: 80, inkLevel: 160, placement, isUpright: true }
const drawn = (change: Partial<Adjustment> = {}) => drawSeal(reading, { ...unadjusted, ...change })

/** Opacity in the middle of a quarter of the picture, −1 or 1 for left and right, up and down. */
function opacityAt({ width, height, data }: Picture, right: number, down: number): number {
  const [x, y] = [Math.round(width * (0.5 + 0.2 * right)), Math.round(height * (0.5 + 0.2 * down))]
  return data[(y * width + x) * 4 + 3] ?? -1
}
const quarters = (picture: Picture) => [
  opacityAt(picture, -1, -1),
  opacityAt(picture, 1, -1),
  opacityAt(picture, 1, 1),
  opacityAt(picture, -1, 1),
]

it('draws the ink in one red, true to its millimetres at 300 dpi with a margin, and the paper not at all', () => {
  const picture = drawn()
  // 3 % of the longer side, on each.
  expect([picture.width, picture.height]).toEqual([236 + 14, 118 + 14])
  expect(quarters(picture)).toEqual([255, 0, 0, 0])
  const colours = new Set<string>()
  for (let at = 0; at < picture.data.length; at += 4) colours.add(picture.data.subarray(at, at + 3).join())
  expect([...colours]).toEqual([`${sealRed.red},${sealRed.green},${sealRed.blue}`])
})

it('takes fainter ink when the threshold is moved down, and none when it is moved up', () => {
  expect(quarters(drawn({ thresholdShift: -0.8 }))).toEqual([255, 0, 255, 0])
  expect(quarters(drawn({ thresholdShift: 1 }))[0]).toBeLessThan(200)
})

it('turns clockwise, and changes its sides with each quarter', () => {
  expect(quarters(drawn({ quarterTurns: 1 }))).toEqual([0, 255, 0, 0])
  expect(quarters(drawn({ quarterTurns: 2 }))).toEqual([0, 0, 255, 0])
  expect(drawnSize(placement, { ...unadjusted, quarterTurns: 3 }).form).toEqual({ ...form, widthMm: 10, heightMm: 20 })
  // 90° by the fine turn: the same content, in the picture's old sides.
  expect(quarters(drawn({ fineDegrees: 90 }))[1]).toBe(255)
})

it('erases what was rubbed, wherever it is turned to, and nothing else', () => {
  const size = drawnSize(placement, unadjusted)
  const place = toMillimetres({ x: size.width * 0.3, y: size.height * 0.3 }, size, unadjusted)
  const strokes = [{ points: [place], radiusMm: 1 }]
  expect(quarters(drawn({ strokes }))).toEqual([0, 0, 0, 0])
  expect(quarters(drawn({ strokes, quarterTurns: 1 }))).toEqual([0, 0, 0, 0])
  expect(quarters(drawn({ strokes, quarterTurns: 2 }))).toEqual([0, 0, 0, 0])
  const [before, after] = [drawn(), drawn({ strokes })].map(
    ({ data }) => data.filter((value, at) => at % 4 === 3 && value > 127).length,
  )
  // A disc of 1 mm: π square millimetres at 300 dpi.
  expect((before ?? 0) - (after ?? 0)).toBeCloseTo(Math.PI * (300 / 25.4) ** 2, -2)
})

it('finds its way from the seal to the picture and back', () => {
  const there = toPicture(placement, 0.4, -0.7)
  expect(toSeal(placement, there)).toEqual({ x: expect.closeTo(0.4) as number, y: expect.closeTo(-0.7) as number })
})

it('keeps a rectangle that was stamped upright upright', () => {
  const upright = placeRectangle({ centre: { x: 0, y: 0 }, width: 100, height: 200, angle: 0.1 }, form)
  expect(upright.form).toEqual({ ...form, widthMm: 10, heightMm: 20 })
  expect(upright.turnedDegrees).toBeCloseTo(-5.73, 1)
})
