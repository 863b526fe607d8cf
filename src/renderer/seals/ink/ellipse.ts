import { solve } from './linear-system.ts'
import type { Point } from './picture.ts'

/** `angle`: of the longer half axis, in radians, clockwise from the right, −π/2…π/2. */
export interface Ellipse {
  readonly centre: Point
  readonly major: number
  readonly minor: number
  readonly angle: number
}

const rounds = 8

/**
 * The ellipse through most of the points: conic by least squares, repeated with less weight for what lies off it (Tukey's
 * biweight), so that dirt outside and gaps inside do not pull. Undefined if there is none.
 */
export function fitEllipse(points: readonly Point[]): Ellipse | undefined {
  if (points.length < 12) return undefined
  let weights = points.map(() => 1)
  let ellipse: Ellipse | undefined
  for (let round = 0; round < rounds; round += 1) {
    const fitted = weightedFit(points, weights)
    if (fitted === undefined) return undefined
    const errors = points.map((point) => Math.abs(distanceFrom(point, fitted)))
    ellipse = fitted
    // A wide gate first; at the end what is within a hundredth decides.
    const gate = Math.max(0.012, 4 * medianOf(errors), 0.2 / 2 ** round)
    weights = errors.map((error) => (error >= gate ? 0 : (1 - (error / gate) ** 2) ** 2))
  }
  return ellipse
}

/** How far a point is outside of an ellipse, as a share of the radius in its direction; negative inside. */
export function distanceFrom({ x, y }: Point, { centre, major, minor, angle }: Ellipse): number {
  const [dx, dy] = [x - centre.x, y - centre.y]
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return Math.hypot((dx * cos + dy * sin) / major, (dy * cos - dx * sin) / minor) - 1
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

/** a·x² + b·xy + c·y² + d·x + e·y = 1 around the middle of the points, in units of their spread. */
function weightedFit(points: readonly Point[], weights: readonly number[]): Ellipse | undefined {
  const weight = weights.reduce((sum, one) => sum + one, 0)
  if (weight < 6) return undefined
  const meanX = points.reduce((sum, { x }, at) => sum + x * (weights[at] ?? 0), 0) / weight
  const meanY = points.reduce((sum, { y }, at) => sum + y * (weights[at] ?? 0), 0) / weight
  const scale = Math.max(1e-6, ...points.map(({ x, y }) => Math.hypot(x - meanX, y - meanY)))
  const matrix = Array.from({ length: 5 }, () => new Array<number>(5).fill(0))
  const right = new Array<number>(5).fill(0)
  for (const [at, point] of points.entries()) {
    const [x, y] = [(point.x - meanX) / scale, (point.y - meanY) / scale]
    const terms = [x * x, x * y, y * y, x, y]
    for (const [row, term] of terms.entries()) {
      const share = term * (weights[at] ?? 0)
      right[row] = (right[row] ?? 0) + share
      const line = matrix[row]
      if (line !== undefined)
        for (const [column, other] of terms.entries()) line[column] = (line[column] ?? 0) + share * other
    }
  }
  const conic = solve(matrix, right)
  const unit = conic === undefined ? undefined : ellipseOf(conic)
  if (unit === undefined) return undefined
  const centre = { x: unit.centre.x * scale + meanX, y: unit.centre.y * scale + meanY }
  return { centre, major: unit.major * scale, minor: unit.minor * scale, angle: unit.angle }
}

function ellipseOf(conic: readonly number[]): Ellipse | undefined {
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = conic
  const determinant = 4 * a * c - b * b
  if (determinant <= 1e-9) return undefined
  const centre = { x: (b * e - 2 * c * d) / determinant, y: (b * d - 2 * a * e) / determinant }
  const level = 1 + a * centre.x ** 2 + b * centre.x * centre.y + c * centre.y ** 2
  const spread = Math.hypot(a - c, b)
  const [small, large] = [(a + c - spread) / 2, (a + c + spread) / 2]
  if (level <= 0 || small <= 0) return undefined
  // The longer axis belongs to the smaller eigenvalue.
  const angle = normalised(0.5 * Math.atan2(b, a - c) + Math.PI / 2)
  return { centre, major: Math.sqrt(level / small), minor: Math.sqrt(level / large), angle }
}

/** Into −π/2…π/2: an axis has no head. */
function normalised(angle: number): number {
  return angle - Math.PI * Math.round(angle / Math.PI)
}
