import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { unadjusted } from '../../src/renderer/seals/extract/adjustment.ts'
import { drawSeal } from '../../src/renderer/seals/extract/draw-seal.ts'
import { extractSeal } from '../../src/renderer/seals/extract/extract-seal.ts'
import { sealTypes } from '../../src/shared/seals/seal-types.ts'
import { useless, usable } from '../support/drawn-seals/cases.ts'
import { iou } from '../support/drawn-seals/held-against.ts'
import { photograph, randomFrom, sourceOf } from '../support/drawn-seals/photo.ts'
import { pictureSource } from '../support/drawn-seals/picture-source.ts'

describe('a photo that shows one whole seal', () => {
  const figures: number[] = []

  it.each(usable)('$name: is taken, and its picture is the seal that was drawn', async ({ form, scene }) => {
    const extracted = extractSeal(sourceOf(await photograph(scene)), form)
    if (!extracted.isAccepted) throw new Error(extracted.quality.findings.map(({ code }) => code).join())
    const { reading, quality } = extracted
    const drawnAt = scene.stamps[0]?.clockwise ?? 0
    const { turnedDegrees, form: shown } = reading.placement
    // Deskewing a rectangle or an oval is a claim: it has to end up straight. A round one says when it knows.
    if (reading.isUpright || form.shape === 'oval') expect(Math.abs(drawnAt + turnedDegrees)).toBeLessThan(1)
    else expect(turnedDegrees).toBe(0)
    const figure = iou(drawSeal(reading, unadjusted), shown, drawnAt + turnedDegrees)
    figures.push(figure)
    expect(figure).toBeGreaterThanOrEqual(0.8)
    expect(quality.score).toBeGreaterThan(50)
    expect(quality.findings.map(({ severity }) => severity)).not.toContain('refused')
  })

  afterAll(() => {
    const sorted = figures.toSorted((one, other) => one - other)
    expect(sorted).toHaveLength(usable.length)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeGreaterThanOrEqual(0.9)
  })
})

describe('a photo that cannot be used', () => {
  it.each(useless)('$name: is refused as $refusal', async ({ form, scene, refusal }) => {
    const extracted = extractSeal(sourceOf(await photograph(scene)), form)
    expect(extracted).toMatchObject({ isAccepted: false, quality: { score: 0 } })
    expect(extracted.quality.findings[0]).toMatchObject({ code: refusal, severity: 'refused' })
    expect(extracted).not.toHaveProperty('reading')
  })
})

it('is measured on sixty photos and more', () => {
  expect(usable.length + useless.length).toBeGreaterThanOrEqual(60)
})

it('takes no noise for a seal, whatever size and colours it has, and never throws', () => {
  const types = Object.values(sealTypes).flatMap(({ choices }) => choices)
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 220 }),
      fc.integer({ min: 1, max: 220 }),
      fc.integer({ min: 1, max: 2 ** 31 }),
      fc.constantFrom('octets', 'reds', 'spot', 'flat'),
      fc.constantFrom(...types),
      (width, height, seed, kind, form) => {
        const data = noise({ width, height }, kind, randomFrom(seed))
        expect(extractSeal(pictureSource({ width, height, data }), form).isAccepted).toBe(false)
      },
    ),
    { numRuns: 150 },
  )
})

type Noise = 'octets' | 'reds' | 'spot' | 'flat'

/** Any octets; red and white dots; a round spot of them on white; one colour. */
function noise(size: { width: number; height: number }, kind: Noise, random: () => number): Uint8ClampedArray {
  const { width, height } = size
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  const flat = [random() * 256, random() * 256, random() * 256]
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [(at % width) - width / 2, Math.floor(at / width) - height / 2]
    const isRed = random() < 0.4 && (kind === 'reds' || Math.hypot(x, y) < Math.min(width, height) * 0.4)
    for (let channel = 0; channel < 3; channel += 1) {
      if (kind === 'octets') data[at * 4 + channel] = random() * 256
      else if (kind === 'flat') data[at * 4 + channel] = flat[channel] ?? 0
      else if (isRed && channel > 0) data[at * 4 + channel] = 30
    }
  }
  return data
}
