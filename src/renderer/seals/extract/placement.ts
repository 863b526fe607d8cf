import type { SealForm } from '../../../shared/seals/seal-types.ts'
import type { Ellipse } from '../ink/ellipse.ts'
import type { TurnedRectangle } from '../ink/min-rectangle.ts'
import type { Point } from '../ink/picture.ts'

/** Where a seal lies on a picture: its middle, and from there to the middle of its right and of its lower side. */
export interface Placement {
  readonly centre: Point
  readonly right: Point
  readonly down: Point
  /** Its form as it will be shown: a rectangle that was stamped upright is higher than wide. */
  readonly form: SealForm
  /** By how much this turns what is on the photo, clockwise. */
  readonly turnedDegrees: number
}

/** An outline runs through the middles of its pixels: the ink goes on for about half a pixel. */
const halfPixel = 0.4

/**
 * A round stamp seen at an angle is an ellipse: it is stretched along its shorter axis and not turned. An oval one is turned
 * so that its longer axis lies level, by less than a quarter.
 */
export function placeEllipse({ centre, major, minor, angle }: Ellipse, form: SealForm): Placement {
  const [long, short] = [major + halfPixel, minor + halfPixel]
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  if (form.shape === 'oval') {
    const right = { x: long * cos, y: long * sin }
    return { centre, right, down: { x: -short * sin, y: short * cos }, form, turnedDegrees: degrees(-angle) }
  }
  const mixed = (long - short) * cos * sin
  const right = { x: long * cos * cos + short * sin * sin, y: mixed }
  const down = { x: mixed, y: long * sin * sin + short * cos * cos }
  return { centre, right, down, form, turnedDegrees: 0 }
}

/** Turned to the nearest side. */
export function placeRectangle({ centre, width, height, angle }: TurnedRectangle, form: SealForm): Placement {
  const [halfWidth, halfHeight] = [width / 2 + halfPixel, height / 2 + halfPixel]
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const right = { x: halfWidth * cos, y: halfWidth * sin }
  const down = { x: -halfHeight * sin, y: halfHeight * cos }
  return { centre, right, down, form: width < height ? turnedForm(form) : form, turnedDegrees: degrees(-angle) }
}

/** The same form after a quarter turn. */
export function turnedForm({ shape, widthMm, heightMm }: SealForm): SealForm {
  return { shape, widthMm: heightMm, heightMm: widthMm }
}

/** The same seal, its content turned clockwise by some degrees; for round ones. */
export function turnPlacement(placement: Placement, clockwise: number): Placement {
  const { right, down } = placement
  const [cos, sin] = [Math.cos((clockwise * Math.PI) / 180), Math.sin((clockwise * Math.PI) / 180)]
  return {
    ...placement,
    right: { x: right.x * cos - down.x * sin, y: right.y * cos - down.y * sin },
    down: { x: right.x * sin + down.x * cos, y: right.y * sin + down.y * cos },
    turnedDegrees: placement.turnedDegrees + clockwise,
  }
}

/** From the seal's own coordinates (−1…1 between its sides) to the picture's. */
export function toPicture({ centre, right, down }: Placement, x: number, y: number): Point {
  return { x: centre.x + x * right.x + y * down.x, y: centre.y + x * right.y + y * down.y }
}

/** And back. */
export function toSeal({ centre, right, down }: Placement, { x, y }: Point): Point {
  const [dx, dy] = [x - centre.x, y - centre.y]
  const determinant = right.x * down.y - right.y * down.x
  return { x: (dx * down.y - dy * down.x) / determinant, y: (dy * right.x - dx * right.y) / determinant }
}

/** Pixels of the picture per millimetre of the seal, along its width. */
export function pixelsPerMm({ right, form }: Placement): number {
  return (2 * Math.hypot(right.x, right.y)) / form.widthMm
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI
}
