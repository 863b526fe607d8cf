import type { Plane, Point, Rectangle } from './picture.ts'

/** Directions in which the outermost ink is looked for. */
const directions = 360

/** The outermost ink seen from a point, one for each direction that has any; `direction` is 0…359, clockwise from the right. */
export interface OutlinePoint extends Point {
  readonly direction: number
}

/** The outermost ink in each direction from the middle of a box. */
export function outlineFrom(mask: Plane, box: Rectangle): readonly OutlinePoint[] {
  const [centreX, centreY] = [box.x + box.width / 2, box.y + box.height / 2]
  const farthest = new Float32Array(directions)
  const found: (Point | undefined)[] = new Array<Point | undefined>(directions).fill(undefined)
  const [left, right] = [Math.max(0, Math.floor(box.x)), Math.min(mask.width, Math.ceil(box.x + box.width))]
  const [top, bottom] = [Math.max(0, Math.floor(box.y)), Math.min(mask.height, Math.ceil(box.y + box.height))]
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      if (mask.values[y * mask.width + x] !== 1 || isInside(mask, x, y)) continue
      const [dx, dy] = [x + 0.5 - centreX, y + 0.5 - centreY]
      const distance = dx * dx + dy * dy
      const direction = directionOf(dx, dy)
      if (distance <= (farthest[direction] ?? 0)) continue
      farthest[direction] = distance
      found[direction] = { x: x + 0.5, y: y + 0.5 }
    }
  }
  return found.flatMap((point, direction) => (point === undefined ? [] : [{ ...point, direction }]))
}

/** Has ink all around: never the outermost. */
function isInside({ width, values }: Plane, x: number, y: number): boolean {
  const at = y * width + x
  return values[at - 1] === 1 && values[at + 1] === 1 && values[at - width] === 1 && values[at + width] === 1
}

function directionOf(dx: number, dy: number): number {
  const angle = Math.atan2(dy, dx)
  return Math.floor(((angle < 0 ? angle + 2 * Math.PI : angle) / (2 * Math.PI)) * directions) % directions
}
