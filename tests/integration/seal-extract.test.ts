import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { unadjusted } from '../../src/renderer/seals/extract/adjustment.ts'
import { drawSeal } from '../../src/renderer/seals/extract/draw-seal.ts'
import { extractSeal } from '../../src/renderer/seals/extract/extract-seal.ts'
import { checkSeal } from '../../src/renderer/seals/rules/check-seal.ts'
import { sealTypes, type SealForm, type SealType } from '../../src/shared/seals/seal-types.ts'
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
    const picture = drawSeal(reading, unadjusted)
    // What the one half of the program makes, the other half has to take.
    expect(checkSeal(picture, typeOf(form)).filter(({ severity }) => severity === 'refused')).toEqual([])
    const figure = iou(picture, shown, drawnAt + turnedDegrees)
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

it('takes no noise for a seal, whatever size, grain and colours it has, and never throws', () => {
  const types = Object.values(sealTypes).flatMap(({ choices }) => choices)
  const side = fc.integer({ min: 1, max: 420 })
  const grainPx = fc.integer({ min: 1, max: 5 })
  const share = fc.double({ min: 0.2, max: 0.65, noNaN: true })
  fc.assert(
    fc.property(
      fc.record({ width: side, height: side, seed: fc.nat(), grainPx, share }),
      fc.constantFrom('octets', 'reds', 'spot', 'square spot', 'flat'),
      fc.constantFrom(...types),
      (size, kind, form) => {
        expect(extractSeal(pictureSource({ ...size, data: noise(size, kind) }), form).isAccepted).toBe(false)
      },
    ),
    { numRuns: 200 },
  )
})

/** A type of seal that may have this form. */
function typeOf(form: SealForm): SealType {
  const found = Object.entries(sealTypes).find(([, { choices }]) =>
    choices.some(({ shape, widthMm, heightMm }) =>
      [shape === form.shape, widthMm === form.widthMm, heightMm === form.heightMm].every(Boolean),
    ),
  )
  if (found === undefined) throw new Error(`no type of seal has the form ${JSON.stringify(form)}`)
  return found[0] as SealType
}

type Noise = 'octets' | 'reds' | 'spot' | 'square spot' | 'flat'

interface Grain {
  readonly width: number
  readonly height: number
  readonly seed: number
  readonly grainPx: number
  /** Of what is red. */
  readonly share: number
}

/** Any octets; red grains on white; a round or square spot of them; one colour. */
function noise({ width, height, seed, grainPx, share }: Grain, kind: Noise): Uint8ClampedArray {
  const random = randomFrom(seed)
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  const flat = [random() * 256, random() * 256, random() * 256]
  const grains = Array.from({ length: width * height }, () => random() < share)
  const radius = Math.min(width, height) * 0.4
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)]
    const [dx, dy] = [x - width / 2, y - height / 2]
    const far = kind === 'spot' ? Math.hypot(dx, dy) : kind === 'square spot' ? Math.max(Math.abs(dx), Math.abs(dy)) : 0
    const isRed = far < radius && grains[Math.floor(y / grainPx) * width + Math.floor(x / grainPx)] === true
    for (let channel = 0; channel < 3; channel += 1) {
      if (kind === 'octets') data[at * 4 + channel] = random() * 256
      else if (kind === 'flat') data[at * 4 + channel] = flat[channel] ?? 0
      else if (isRed && channel > 0) data[at * 4 + channel] = 30
    }
  }
  return data
}
