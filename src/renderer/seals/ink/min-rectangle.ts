import type { Point } from './picture.ts'

/** A turned rectangle; `angle` is that of the side `width`, in radians, −π/4…π/4: the turn to the nearest side is the smallest. */
export interface TurnedRectangle {
  readonly centre: Point
  readonly width: number
  readonly height: number
  readonly angle: number
}

/** The rectangle of the smallest area around the points: one of its sides lies on their hull (Freeman, Shapira 1975). */
export function minRectangle(points: readonly Point[]): TurnedRectangle | undefined {
  const hull = convexHull(points)
  if (hull.length < 3) return undefined
  let best: TurnedRectangle | undefined
  for (const [index, point] of hull.entries()) {
    const next = hull[(index + 1) % hull.length] ?? point
    const candidate = around(hull, Math.atan2(next.y - point.y, next.x - point.x))
    if (best === undefined || candidate.width * candidate.height < best.width * best.height) best = candidate
  }
  return best
}

/** The rectangle at an angle that holds all points. */
export function around(points: readonly Point[], angle: number): TurnedRectangle {
  const turned = angle - (Math.PI / 2) * Math.round(angle / (Math.PI / 2))
  const [cos, sin] = [Math.cos(turned), Math.sin(turned)]
  const along = points.map(({ x, y }) => x * cos + y * sin)
  const across = points.map(({ x, y }) => y * cos - x * sin)
  const [left, right] = [Math.min(...along), Math.max(...along)]
  const [top, bottom] = [Math.min(...across), Math.max(...across)]
  return rectangle(turned, [left, right], [top, bottom])
}

/** From its extent along its own sides. */
export function rectangle(
  angle: number,
  [left, right]: readonly [number, number],
  [top, bottom]: readonly [number, number],
): TurnedRectangle {
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2]
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const centre = { x: middleX * cos - middleY * sin, y: middleX * sin + middleY * cos }
  return { centre, width: right - left, height: bottom - top, angle }
}

/** Andrew's monotone chain. */
function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = points.toSorted((one, other) => one.x - other.x || one.y - other.y)
  const lower = chain(sorted)
  const upper = chain(sorted.toReversed())
  return [...lower.slice(0, -1), ...upper.slice(0, -1)]
}

function chain(points: readonly Point[]): Point[] {
  const result: Point[] = []
  for (const point of points) {
    while (result.length >= 2 && turnOf(result.at(-2), result.at(-1), point) <= 0) result.pop()
    result.push(point)
  }
  return result
}

function turnOf(from: Point | undefined, over: Point | undefined, to: Point): number {
  if (from === undefined || over === undefined) return 0
  return (over.x - from.x) * (to.y - from.y) - (over.y - from.y) * (to.x - from.x)
}
