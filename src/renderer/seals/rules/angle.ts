import type { Ink } from './groups.ts'
import type { Box } from './picture.ts'

const degree = Math.PI / 180

interface Point {
  readonly x: number
  readonly y: number
}

/** How many degrees a square or rectangle is turned, from -45 to 45: the turn at which the box around it is smallest. */
export function turnOfRectangle(ink: Ink, box: Box): number {
  const points = silhouette(ink, box)
  let best = { area: Infinity, turn: 0 }
  for (let turn = -44; turn <= 45; turn += 1) {
    const area = areaAt(points, turn * degree)
    // Of two that are as small the lesser turn.
    if (area < best.area * 0.999 || (area <= best.area * 1.001 && Math.abs(turn) < Math.abs(best.turn))) {
      best = { area: Math.min(area, best.area), turn }
    }
  }
  return best.turn
}

/** The first and the last of each row: all that a box can touch. */
function silhouette({ width, mask }: Ink, { left, top, right, bottom }: Box): readonly Point[] {
  const points: Point[] = []
  for (let y = top; y <= bottom; y += 1) {
    const row = mask.subarray(y * width + left, y * width + right + 1)
    const first = row.indexOf(1)
    if (first !== -1) points.push({ x: first, y }, { x: row.lastIndexOf(1), y })
  }
  return points
}

function areaAt(points: readonly Point[], turn: number): number {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const bounds = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
  for (const { x, y } of points) {
    const [across, down] = [x * cos + y * sin, y * cos - x * sin]
    bounds.left = Math.min(bounds.left, across)
    bounds.right = Math.max(bounds.right, across)
    bounds.top = Math.min(bounds.top, down)
    bounds.bottom = Math.max(bounds.bottom, down)
  }
  return (bounds.right - bounds.left) * (bounds.bottom - bounds.top)
}

/** How many degrees the longer axis of an oval is turned from the horizontal, from -90 to 90; by second moments. */
export function turnOfOval({ width, mask }: Ink, { left, top, right, bottom }: Box): number {
  const centre = { x: (left + right) / 2, y: (top + bottom) / 2 }
  let [xx, yy, xy] = [0, 0, 0]
  for (let y = top; y <= bottom; y += 1) {
    for (let x = left; x <= right; x += 1) {
      if (mask[y * width + x] !== 1) continue
      const [across, down] = [x - centre.x, y - centre.y]
      xx += across * across
      yy += down * down
      xy += across * down
    }
  }
  return Math.atan2(2 * xy, xx - yy) / 2 / degree
}
