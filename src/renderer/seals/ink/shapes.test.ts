import fc from 'fast-check'
import { fromMask, Mask } from 'image-js'
import { describe, expect, it } from 'vitest'
import { labelComponents, withoutSpecks } from './components.ts'
import { fitEllipse } from './ellipse.ts'
import { groupInk } from './groups.ts'
import { solve } from './linear-system.ts'
import { minRectangle } from './min-rectangle.ts'
import type { Plane, Point } from './picture.ts'
import { fitShapes } from './shapes.ts'

/** A mask of what a test picks. */
function maskOf(width: number, height: number, isInk: (x: number, y: number) => boolean): Plane {
  const values = Uint8Array.from({ length: width * height }, (_, at) =>
    isInk(at % width, Math.floor(at / width)) ? 1 : 0,
  )
  return { width, height, values }
}

const ring = (x: number, y: number, radius: number, centre = 100) =>
  Math.abs(Math.hypot(x - centre, y - centre) - radius) < 3

describe('an ellipse', () => {
  it('is found through its points, although a quarter of them lies elsewhere', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 20, max: 200, noNaN: true }),
        fc.double({ min: 0.5, max: 0.95, noNaN: true }),
        fc.double({ min: -1.5, max: 1.5, noNaN: true }),
        (major, ratio, angle) => {
          const minor = major * ratio
          const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
          const points = Array.from({ length: 180 }, (_, step): Point => {
            const turn = (step * Math.PI) / 90
            const share = step % 4 === 0 ? 0.7 : 1
            const [u, v] = [share * major * Math.cos(turn), share * minor * Math.sin(turn)]
            return { x: 300 + u * cos - v * sin, y: 200 + u * sin + v * cos }
          })
          const found = fitEllipse(points)
          expect(found?.major).toBeCloseTo(major, 1)
          expect(found?.minor).toBeCloseTo(minor, 1)
          expect(found?.centre.x).toBeCloseTo(300, 1)
          expect(Math.abs(Math.sin((found?.angle ?? 0) - angle))).toBeLessThan(0.01)
        },
      ),
    )
  })

  it('is not found in a line, nor in nothing', () => {
    const line = Array.from({ length: 40 }, (_, at) => ({ x: at, y: 2 * at }))
    expect([fitEllipse(line), fitEllipse([]), fitEllipse(line.slice(0, 3))]).toEqual([undefined, undefined, undefined])
  })
})

it('lays the same smallest rectangle around points as image-js does', () => {
  for (const angle of [0, 0.1, 0.4, 0.7, -0.6]) {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    const mask = maskOf(200, 200, (x, y) => {
      const [dx, dy] = [x - 100, y - 100]
      return Math.abs(dx * cos + dy * sin) <= 60 && Math.abs(dy * cos - dx * sin) <= 35
    })
    const points = [...mask.values.keys()]
      .filter((at) => mask.values[at] === 1)
      .map((at) => ({ x: at % 200, y: Math.floor(at / 200) }))
    const own = minRectangle(points)
    const other = new Mask(200, 200, { data: mask.values }).getMbr()
    const sides = [own?.width ?? 0, own?.height ?? 0].toSorted((one, two) => one - two)
    // image-js counts whole pixels, we count between their middles.
    expect((sides[0] ?? 0) * (sides[1] ?? 0)).toBeGreaterThan(0.94 * other.surface)
    expect((sides[0] ?? 0) * (sides[1] ?? 0)).toBeLessThanOrEqual(other.surface * 1.001)
  }
})

it('labels the same components as image-js does', () => {
  let state = 7
  const mask = maskOf(80, 60, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state / 2 ** 32 < 0.3
  })
  const { components } = labelComponents(mask)
  const rois = fromMask(new Mask(80, 60, { data: mask.values }), { allowCorners: true }).getRois({ kind: 'white' })
  const sizes = (counts: readonly number[]) => counts.toSorted((one, other) => one - other)
  expect(components.length).toBeGreaterThan(20)
  expect(sizes(components.map(({ count }) => count))).toEqual(sizes(rois.map(({ surface }) => surface)))
  const cleaned = withoutSpecks(mask, 5)
  expect(labelComponents(cleaned).components.every(({ count }) => count >= 5)).toBe(true)
})

describe('groups', () => {
  it('are a ring with what is in it, and another ring apart from it', () => {
    const mask = maskOf(500, 200, (x, y) => ring(x, y, 80) || Math.hypot(x - 100, y - 100) < 20 || ring(x - 250, y, 60))
    const groups = groupInk(mask, 320)
    expect(groups).toHaveLength(2)
    expect(groups[0]?.box).toMatchObject({
      x: expect.closeTo(17, -1) as number,
      width: expect.closeTo(166, -1) as number,
    })
  })

  it('are none where there are single dots only', () => {
    expect(
      groupInk(
        maskOf(900, 900, (x, y) => x % 40 === 0 && y % 40 === 0),
        320,
      ),
    ).toEqual([])
  })
})

describe('the outline', () => {
  const box = { x: 10, y: 10, width: 180, height: 180 }

  it('of a ring is an ellipse, and of a frame a rectangle', () => {
    const round = fitShapes(
      maskOf(200, 200, (x, y) => ring(x, y, 80)),
      box,
    )
    const frame = fitShapes(
      maskOf(200, 200, (x, y) => Math.abs(Math.max(Math.abs(x - 100), Math.abs(y - 100)) - 60) < 3),
      box,
    )
    expect(round.ellipse?.covered).toBe(1)
    expect(frame.rectangle?.covered).toBeGreaterThan(0.9)
    expect(round.rectangle?.covered).toBeLessThan(0.75)
    expect(frame.ellipse?.covered).toBeLessThan(0.5)
  })

  it('of half a ring has a gap of half', () => {
    const { ellipse } = fitShapes(
      maskOf(200, 200, (x, y) => ring(x, y, 80) && x < 100),
      box,
    )
    expect(ellipse?.gap).toBeGreaterThan(0.4)
  })
})

it('solves what has one solution, and nothing else', () => {
  const solution = solve(
    [
      [0, 2],
      [1, 1],
    ],
    [4, 5],
  )
  expect(solution).toEqual([3, 2])
  expect(
    solve(
      [
        [1, 2],
        [2, 4],
      ],
      [1, 1],
    ),
  ).toBeUndefined()
})
