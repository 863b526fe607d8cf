import { Image } from 'image-js'
import { describe, expect, it } from 'vitest'
import { separateInk } from './ink.ts'
import { lightOf, paperWhite } from './paper-light.ts'
import type { Picture } from '../ink/picture.ts'
import { medianWhere, otsu } from './threshold.ts'
import { blackShare, underText } from './under-text.ts'

type Paint = (x: number, y: number) => readonly [number, number, number]

function picture(width: number, height: number, paint: Paint): Picture {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let at = 0; at < width * height; at += 1) {
    data.set([...paint(at % width, Math.floor(at / width)), 255], at * 4)
  }
  return { width, height, data }
}

const isStroke = (x: number) => x % 40 > 30

/** A stroke of red every 40 pixels, under yellow light that falls to a third from left to right. */
const underLamp = picture(320, 160, (x) => {
  const light = 1 - (0.67 * x) / 320
  return isStroke(x) ? [215 * light, 45 * light, 38 * light] : [240 * light, 205 * light, 160 * light]
})

describe('the light', () => {
  it('is evened out: the same ink is as red on the bright side as in the shadow', () => {
    const { redness } = separateInk(underLamp, lightOf(underLamp, paperWhite(underLamp)))
    const rednessAt = (x: number) => redness.values[80 * 320 + x] ?? 0
    expect(Math.abs(rednessAt(36) - rednessAt(276))).toBeLessThan(25)
    expect(rednessAt(36)).toBeGreaterThan(120)
    expect([rednessAt(15), rednessAt(255)].every((value) => value < 12)).toBe(true)
  })

  it('of a picture without any paper is that of its brightest part', () => {
    const red = picture(64, 64, () => [200, 20, 20])
    expect(paperWhite(red)).toEqual([200, 20, 20])
    expect(lightOf(red, [255, 255, 255]).colours.every((value) => value === 255)).toBe(true)
  })
})

it.each([
  ['red ink', [220, 40, 50], true],
  ['pink, faded ink', [245, 190, 195], true],
  ['blue ink', [40, 60, 200], false],
  ['violet ink', [140, 40, 200], false],
  ['a wooden table', [170, 120, 70], false],
  ['black text', [20, 20, 22], false],
  ['paper', [250, 250, 248], false],
] as const)('%s counts as red: %s', (_what, colour, isRed) => {
  const whole = picture(64, 64, (x) => (x < 4 ? colour : [255, 255, 255]))
  const { redness } = separateInk(whole, lightOf(whole, [255, 255, 255]))
  expect((redness.values[32 * 64 + 1] ?? 0) > 20).toBe(isRed)
})

it('finds the same threshold as image-js', () => {
  const plane = {
    width: 64,
    height: 64,
    values: Uint8Array.from({ length: 4096 }, (_, at) => (at % 5 === 0 ? 150 + (at % 37) : at % 61)),
  }
  const image = new Image(64, 64, { data: plane.values, colorModel: 'GREY' })
  const other = image.threshold({ algorithm: 'otsu' })
  const own = otsu(plane)
  expect([...plane.values].filter((value) => value > own)).toHaveLength(other.getNbNonZeroPixels())
})

it('takes the middle of what is marked', () => {
  const values = Uint8Array.from([9, 100, 20, 200, 30])
  const plane = { width: 5, height: 1, values }
  expect(medianWhere(plane, { ...plane, values: Uint8Array.from([0, 1, 0, 1, 1]) })).toBe(100)
  expect(medianWhere(plane, { ...plane, values: new Uint8Array(5) })).toBe(0)
})

describe('black text', () => {
  const size = { width: 60, height: 20 }
  /** A broad red stroke, with a black line of 4 pixels across; the line goes on over bare paper. */
  const isBlack = (x: number) => x >= 14 && x < 18
  /** Paper between two strokes of the seal. */
  const isGap = (x: number) => x >= 40 && x < 44
  const isRed = (y: number) => y < 10
  const redness = {
    ...size,
    values: Uint8Array.from({ length: 1200 }, (_, at) =>
      isRed(Math.floor(at / 60)) && !isBlack(at % 60) && !isGap(at % 60) ? 180 : 0,
    ),
  }
  const blackness = { ...size, values: Uint8Array.from({ length: 1200 }, (_, at) => (isBlack(at % 60) ? 240 : 0)) }

  it('is bridged where there is red on both sides, and left bare elsewhere', () => {
    const { values } = underText(redness, blackness, 3)
    expect(values[4 * 60 + 42]).toBe(0)
    expect([values[4 * 60 + 16], values[16 * 60 + 16], values[4 * 60 + 30], values[16 * 60 + 30]]).toEqual([
      180, 0, 180, 0,
    ])
  })

  it('that is wider than a letter’s stroke is not bridged', () => {
    expect(underText(redness, blackness, 1).values[4 * 60 + 16]).toBe(0)
  })

  it('is counted within what is asked for', () => {
    expect(blackShare(blackness, (x) => x < 20)).toBe(0.2)
    expect(blackShare(blackness, () => false)).toBe(0)
  })
})
