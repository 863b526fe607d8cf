import { distanceFrom, fitEllipse, type Ellipse } from './ellipse.ts'
import { minRectangle, type TurnedRectangle } from './min-rectangle.ts'
import { outlineFrom } from './outline.ts'
import type { Plane, Point, Rectangle } from './picture.ts'
import { localOf, straighten } from './straighten.ts'

/** How much of an outline is there, both as shares of it. */
export interface Completeness {
  readonly covered: number
  /** The longest stretch that is missing. */
  readonly gap: number
}

/** An outline, and how much of it is drawn. */
export interface Fitted<Shape> extends Completeness {
  readonly shape: Shape
}

/** The best ellipse and the best rectangle around some ink. */
export interface Shapes {
  readonly ellipse: Fitted<Ellipse> | undefined
  readonly rectangle: Fitted<TurnedRectangle> | undefined
}

const bins = 72
/** Of the radius: a ring is this exact, seen at an angle or stamped on uneven paper. */
const ringTolerance = 0.035
/** Of the shorter side. */
const sideTolerance = 0.05

/** Looks for the outline of a seal: an ellipse or a rectangle that passes through the outermost ink. */
export function fitShapes(mask: Plane, box: Rectangle): Shapes {
  const points = outlineFrom(mask, box)
  return { ellipse: ellipseThrough(points), rectangle: rectangleThrough(points) }
}

function ellipseThrough(points: readonly Point[]): Fitted<Ellipse> | undefined {
  const shape = fitEllipse(points)
  if (shape === undefined) return undefined
  const seen = new Set<number>()
  const [cos, sin] = [Math.cos(shape.angle), Math.sin(shape.angle)]
  for (const point of points) {
    if (Math.abs(distanceFrom(point, shape)) > ringTolerance) continue
    const [dx, dy] = [point.x - shape.centre.x, point.y - shape.centre.y]
    const angle = Math.atan2((dy * cos - dx * sin) / shape.minor, (dx * cos + dy * sin) / shape.major)
    seen.add(Math.floor(((angle + Math.PI) / (2 * Math.PI)) * bins) % bins)
  }
  return { shape, ...completenessOf(seen) }
}

function rectangleThrough(points: readonly Point[]): Fitted<TurnedRectangle> | undefined {
  const first = minRectangle(points)
  if (first === undefined) return undefined
  const shape = straighten(points, first)
  const tolerance = sideTolerance * Math.min(shape.width, shape.height)
  if (tolerance <= 0) return undefined
  const seen = new Set<number>()
  for (const point of points) {
    const { along, across } = localOf(point, shape)
    const position = positionOnSides(along / shape.width, across / shape.height, {
      horizontal: tolerance / shape.width,
      vertical: tolerance / shape.height,
    })
    if (position !== undefined) seen.add(Math.floor(position * bins) % bins)
  }
  return { shape, ...completenessOf(seen) }
}

/** Where on the four sides, 0…1 around the rectangle, each side a quarter; undefined off them. Both coordinates −½…½. */
function positionOnSides(
  along: number,
  across: number,
  near: { readonly horizontal: number; readonly vertical: number },
): number | undefined {
  const within = (value: number) => Math.min(Math.max(value + 0.5, 0), 0.999)
  if (Math.abs(across + 0.5) < near.vertical) return within(along) / 4
  if (Math.abs(along - 0.5) < near.horizontal) return (1 + within(across)) / 4
  if (Math.abs(across - 0.5) < near.vertical) return (2 + within(-along)) / 4
  if (Math.abs(along + 0.5) < near.horizontal) return (3 + within(-across)) / 4
  return undefined
}

function completenessOf(seen: ReadonlySet<number>): Completeness {
  let [gap, run] = [0, 0]
  // Twice around: a gap may lie across the start.
  for (let bin = 0; bin < 2 * bins; bin += 1) {
    run = seen.has(bin % bins) ? 0 : run + 1
    gap = Math.max(gap, Math.min(run, bins))
  }
  return { covered: seen.size / bins, gap: gap / bins }
}
