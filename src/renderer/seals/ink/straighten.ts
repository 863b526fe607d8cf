import { around, rectangle, type TurnedRectangle } from './min-rectangle.ts'
import type { Point } from './picture.ts'

/** Of the shorter side: what lies nearer to a side than that belongs to it. */
const sideDepth = 0.08
/** Corners are round, and belong to two sides. */
const cornerShare = 0.12

/** A point in a rectangle's own coordinates: along its width and across, from its centre. */
interface Local {
  readonly along: number
  readonly across: number
}

/** The rectangle whose sides run through most of the points: dirt outside, and teeth of a worn border, do not count. */
export function straighten(points: readonly Point[], first: TurnedRectangle): TurnedRectangle {
  let result = first
  for (let round = 0; round < 3; round += 1) {
    const angle = result.angle + meanSlope(points, result)
    const turned = around(points, angle)
    result = sidesThrough(points, { ...result, angle: turned.angle }, turned)
  }
  return result
}

export function localOf({ x, y }: Point, { centre, angle }: TurnedRectangle): Local {
  const [dx, dy] = [x - centre.x, y - centre.y]
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return { along: dx * cos + dy * sin, across: dy * cos - dx * sin }
}

/** How far the four sides are still turned: the median slope of each, the mean of those that have enough points. */
function meanSlope(points: readonly Point[], current: TurnedRectangle): number {
  const locals = points.map((point) => localOf(point, current))
  const { width, height } = current
  const depth = sideDepth * Math.min(width, height)
  const slopes = [-1, 1].flatMap((sign) => [
    slopeOf(
      locals
        .filter(({ along, across }) => Math.abs(across - (sign * height) / 2) < depth && isMiddle(along, width))
        .map(({ along, across }) => [along, across] as const),
    ),
    negated(
      slopeOf(
        locals
          .filter(({ along, across }) => Math.abs(along - (sign * width) / 2) < depth && isMiddle(across, height))
          .map(({ along, across }) => [across, along] as const),
      ),
    ),
  ])
  const known = slopes.filter((slope) => slope !== undefined)
  return known.length === 0 ? 0 : known.reduce((sum, slope) => sum + slope, 0) / known.length
}

function isMiddle(position: number, length: number): boolean {
  return Math.abs(position) < length * (0.5 - cornerShare)
}

function negated(slope: number | undefined): number | undefined {
  return slope === undefined ? undefined : -slope
}

/** Theil's estimator between the two halves of a side: a third of the points may be wrong. */
function slopeOf(pairs: readonly (readonly [number, number])[]): number | undefined {
  if (pairs.length < 8) return undefined
  const sorted = pairs.toSorted(([one], [other]) => one - other)
  const half = Math.floor(sorted.length / 2)
  const slopes = sorted.slice(0, half).flatMap(([x, y], index) => {
    const [farX, farY] = sorted[index + half] ?? [x, y]
    return farX - x > 1 ? [Math.atan2(farY - y, farX - x)] : []
  })
  return slopes.length === 0 ? undefined : middle(slopes, 0.5)
}

/** Each side where most of its points are; where it has none, as far out as there is any ink. */
function sidesThrough(points: readonly Point[], near: TurnedRectangle, widest: TurnedRectangle): TurnedRectangle {
  const locals = points.map((point) => localOf(point, { ...widest, centre: { x: 0, y: 0 } }))
  const { along, across } = localOf(near.centre, { ...widest, centre: { x: 0, y: 0 } })
  const depth = sideDepth * Math.min(near.width, near.height)
  const side = (middleOf: number, half: number, sign: number, axis: 'along' | 'across') => {
    const outermost = middleOf + sign * half
    const values = locals.map((local) => local[axis]).filter((value) => Math.abs(value - outermost) < depth)
    return values.length < 6 ? outermost : middle(values, sign > 0 ? 0.65 : 0.35)
  }
  return rectangle(
    widest.angle,
    [side(along, near.width / 2, -1, 'along'), side(along, near.width / 2, 1, 'along')],
    [side(across, near.height / 2, -1, 'across'), side(across, near.height / 2, 1, 'across')],
  )
}

function middle(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? 0
}
