import { labelComponents } from './components.ts'
import { around, type Plane, type Rectangle } from './picture.ts'

/** What lies so close together that it may be one stamp. */
export interface Group {
  readonly box: Rectangle
  /** Pixels of ink in it. */
  readonly count: number
}

/** A cell with less ink than this is dirt. */
const smallestShare = 0.12
/** Of the smaller box: star and letters lie inside the ring's box, arcs of a worn ring overlap. */
const overlapOfOne = 0.25

/**
 * Groups of ink, the largest first.
 * @param cellsPerSide cells along the longer side of the picture: a gap of more than two separates two stamps
 */
export function groupInk(mask: Plane, cellsPerSide: number): readonly Group[] {
  const size = Math.max(2, Math.round(Math.max(mask.width, mask.height) / cellsPerSide))
  const counts = cellCounts(mask, size)
  const smallest = Math.max(2, size * size * smallestShare)
  const isInk = (cell: number) => (counts.values[cell] ?? 0) >= smallest
  const { labels, components } = labelComponents(widened(counts, isInk))
  const boxes = components.map(() => emptyBox())
  for (const [cell, label] of labels.entries()) {
    const box = boxes[label - 1]
    if (box !== undefined && isInk(cell)) include(box, cell, counts)
  }
  const groups = boxes.filter(({ count }) => count > 0).map((box) => toGroup(box, size, mask))
  return merged(groups).toSorted((one, other) => sideOf(other) - sideOf(one))
}

/** The longer side of a group, in pixels. */
export function sideOf({ box }: Group): number {
  return Math.max(box.width, box.height)
}

interface CellBox {
  left: number
  top: number
  right: number
  bottom: number
  count: number
}

interface Cells {
  readonly width: number
  readonly height: number
  readonly values: Uint32Array
}

function cellCounts({ width, height, values }: Plane, size: number): Cells {
  const columns = Math.ceil(width / size)
  const cells = {
    width: columns,
    height: Math.ceil(height / size),
    values: new Uint32Array(columns * Math.ceil(height / size)),
  }
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / size) * columns
    for (let x = 0; x < width; x += 1) {
      if (values[y * width + x] !== 1) continue
      const cell = row + Math.floor(x / size)
      cells.values[cell] = (cells.values[cell] ?? 0) + 1
    }
  }
  return cells
}

/** Cells of ink and their neighbours. */
function widened({ width, height, values }: Cells, isInk: (cell: number) => boolean): Plane {
  const wide = new Uint8Array(values.length)
  for (let cell = 0; cell < values.length; cell += 1) {
    if (!isInk(cell)) continue
    const [x, y] = [cell % width, Math.floor(cell / width)]
    for (let nearY = Math.max(0, y - 1); nearY <= Math.min(height - 1, y + 1); nearY += 1) {
      for (let nearX = Math.max(0, x - 1); nearX <= Math.min(width - 1, x + 1); nearX += 1)
        wide[nearY * width + nearX] = 1
    }
  }
  return { width, height, values: wide }
}

function emptyBox(): CellBox {
  return { left: Infinity, top: Infinity, right: -1, bottom: -1, count: 0 }
}

function include(box: CellBox, cell: number, { width, values }: Cells): void {
  const [x, y] = [cell % width, Math.floor(cell / width)]
  box.left = Math.min(box.left, x)
  box.top = Math.min(box.top, y)
  box.right = Math.max(box.right, x)
  box.bottom = Math.max(box.bottom, y)
  box.count += values[cell] ?? 0
}

function toGroup({ left, top, right, bottom, count }: CellBox, size: number, mask: Plane): Group {
  const [x, y] = [left * size, top * size]
  const width = Math.min(mask.width, (right + 1) * size) - x
  const height = Math.min(mask.height, (bottom + 1) * size) - y
  return { box: { x, y, width, height }, count }
}

function merged(groups: readonly Group[]): readonly Group[] {
  const result: Group[] = []
  for (const group of groups) {
    let joined = group
    for (;;) {
      const at = result.findIndex((other) => areOne(joined.box, other.box))
      const [other] = at === -1 ? [] : result.splice(at, 1)
      if (other === undefined) break
      joined = { box: around(joined.box, other.box), count: joined.count + other.count }
    }
    result.push(joined)
  }
  return result
}

function areOne(one: Rectangle, other: Rectangle): boolean {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  const smaller = Math.min(one.width * one.height, other.width * other.height)
  return width > 0 && height > 0 && width * height >= overlapOfOne * smaller
}
