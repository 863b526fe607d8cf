import { createCanvas } from '@napi-rs/canvas'
import { expect, it } from 'vitest'
import { drawSealArt } from '../../../../tests/support/drawn-seals/seal-art.ts'
import { sealTypes } from '../../../shared/seals/seal-types.ts'
import { placeEllipse } from './placement.ts'
import type { Plane } from '../ink/picture.ts'
import { uprightTurn } from './upright.ts'

const form = sealTypes.official
const placement = placeEllipse({ centre: { x: 250, y: 250 }, major: 200, minor: 200, angle: 0 }, form)

function seal(clockwise: number, parts: Parameters<typeof drawSealArt>[2]): Plane {
  const canvas = createCanvas(500, 500)
  const context = canvas.getContext('2d')
  context.translate(250, 250)
  context.scale(10, 10)
  context.rotate((clockwise * Math.PI) / 180)
  drawSealArt(context, form, parts)
  const { data } = context.getImageData(0, 0, 500, 500)
  return {
    width: 500,
    height: 500,
    values: Uint8Array.from({ length: 250_000 }, (_, at) => ((data[at * 4 + 3] ?? 0) > 127 ? 1 : 0)),
  }
}

it.each([0, 10, -33, 90, 135, -170])('turns a company’s seal upright that was photographed at %i°', (clockwise) => {
  for (const purpose of ['', '合同专用章']) {
    const turn = uprightTurn(seal(clockwise, { hasStar: true, purpose }), placement) ?? Number.NaN
    expect(Math.abs(Math.sin(((turn + clockwise) * Math.PI) / 360)) * 2).toBeLessThan(0.02)
  }
})

it('does not know without a star, nor without the gap of the text, nor of another form', () => {
  const whole = seal(20, { hasStar: true, purpose: '' })
  expect(uprightTurn(seal(20, { hasStar: false, purpose: '' }), placement)).toBeUndefined()
  expect(uprightTurn(whole, { ...placement, form: sealTypes.oval })).toBeUndefined()
  // Text all around: a second one, upside down, fills the gap.
  const turned = seal(200, { hasStar: true, purpose: '' })
  const filled = { ...whole, values: whole.values.map((value, at) => value | (turned.values[at] ?? 0)) }
  expect(uprightTurn(filled, placement)).toBeUndefined()
})
