import { expect, it } from 'vitest'
import { Seal } from '../platform/schemas/seals.ts'
import { sealPixels, sealTypes, type SealForm } from './seal-types.ts'

it('knows each type of the platform, and no other', () => {
  expect(Object.keys(sealTypes).sort()).toEqual([...Seal.shape.type.options].sort())
})

it('offers the usual form first, once, and none larger than the law allows', () => {
  for (const { choices, ...usual } of Object.values(sealTypes)) {
    expect(choices[0]).toEqual(usual)
    expect(new Set(choices.map((form) => JSON.stringify(form))).size).toBe(choices.length)
    expect(choices.filter(isOdd)).toEqual([])
  }
})

it('draws 42 mm with 496 pixels and 20 mm with 236', () => {
  expect([42, 20].map(sealPixels)).toEqual([496, 236])
})

function isOdd({ shape, widthMm, heightMm }: SealForm): boolean {
  const isEven = shape === 'round' || shape === 'square'
  return widthMm > 45 || heightMm < 10 || (isEven ? widthMm !== heightMm : widthMm <= heightMm)
}
