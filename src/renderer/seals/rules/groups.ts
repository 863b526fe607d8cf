import { around, type Box } from './picture.ts'

/** Where the ink is: one octet for each pixel, 1 or 0. */
export interface Ink {
  readonly width: number
  readonly height: number
  readonly mask: Uint8Array
}

export interface Group {
  readonly box: Box
  readonly pixels: number
}

/** Cells along the longer side; strokes that are up to three cells apart belong together. */
const cellsAcross = 128
const reach = 3

/** Ink that belongs together: what is near each other, and what is within the same outline. */
export function groupsOf(ink: Ink): readonly Group[] {
  const grid = gridOf(ink)
  const seen = new Uint8Array(grid.cells.length)
  const groups: Group[] = []
  for (let cell = 0; cell < grid.cells.length; cell += 1) {
    if (grid.cells[cell] === 0 || seen[cell] === 1) continue
    groups.push(flood(grid, seen, cell))
  }
  return mergeOverlapping(groups)
}

interface Grid {
  readonly columns: number
  readonly rows: number
  /** In pixels. */
  readonly size: number
  /** Pixels of ink in each. */
  readonly cells: Uint32Array
}

function gridOf({ width, height, mask }: Ink): Grid {
  const size = Math.max(1, Math.ceil(Math.max(width, height) / cellsAcross))
  const columns = Math.ceil(width / size)
  const rows = Math.ceil(height / size)
  const cells = new Uint32Array(columns * rows)
  for (let y = 0, pixel = 0; y < height; y += 1) {
    const row = Math.floor(y / size) * columns
    for (let x = 0; x < width; x += 1, pixel += 1) {
      if (mask[pixel] !== 1) continue
      const cell = row + Math.floor(x / size)
      cells[cell] = (cells[cell] ?? 0) + 1
    }
  }
  return { columns, rows, size, cells }
}

function flood(grid: Grid, seen: Uint8Array, first: number): Group {
  const waiting = [first]
  seen[first] = 1
  let box: Box | undefined
  let pixels = 0
  for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
    pixels += grid.cells[cell] ?? 0
    box = around(box, boxOfCell(grid, cell))
    for (const next of neighbours(grid, cell)) {
      if (grid.cells[next] === 0 || seen[next] === 1) continue
      seen[next] = 1
      waiting.push(next)
    }
  }
  return { box: box ?? boxOfCell(grid, first), pixels }
}

function* neighbours({ columns, rows }: Grid, cell: number): Generator<number> {
  const row = Math.floor(cell / columns)
  const column = cell % columns
  for (let y = Math.max(0, row - reach); y <= Math.min(rows - 1, row + reach); y += 1) {
    for (let x = Math.max(0, column - reach); x <= Math.min(columns - 1, column + reach); x += 1) yield y * columns + x
  }
}

function boxOfCell({ columns, size }: Grid, cell: number): Box {
  const left = (cell % columns) * size
  const top = Math.floor(cell / columns) * size
  return { left, top, right: left + size - 1, bottom: top + size - 1 }
}

/** The star and the words stand within the ring: they are one seal. */
function mergeOverlapping(groups: readonly Group[]): readonly Group[] {
  const merged: Group[] = []
  for (const group of groups) {
    let grown = group
    for (let at = merged.findIndex(overlaps(grown)); at !== -1; at = merged.findIndex(overlaps(grown))) {
      const [other] = merged.splice(at, 1)
      if (other !== undefined) grown = { box: around(grown.box, other.box), pixels: grown.pixels + other.pixels }
    }
    merged.push(grown)
  }
  return merged.sort((one, other) => other.pixels - one.pixels)
}

function overlaps({ box }: Group): (other: Group) => boolean {
  return ({ box: other }) =>
    box.left <= other.right && other.left <= box.right && box.top <= other.bottom && other.top <= box.bottom
}
