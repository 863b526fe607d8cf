import type { Ink } from './groups.ts'
import type { Box, Rectangle } from './picture.ts'

/** Ink within a box, as a mask of its own size would have it. */
export function boxWithin({ width, mask }: Ink, { left, top, right, bottom }: Box): Box | undefined {
  let box: Box | undefined
  for (let y = top; y <= bottom; y += 1) {
    for (let x = left; x <= right; x += 1) {
      if (mask[y * width + x] !== 1) continue
      box =
        box === undefined
          ? { left: x, top: y, right: x, bottom: y }
          : { left: Math.min(box.left, x), top: box.top, right: Math.max(box.right, x), bottom: y }
    }
  }
  return box
}

const touching = 3

/** The edges of the picture that the seal reaches: nobody can see whether it goes on behind them. */
export function edgesTouched({ width, height, mask }: Ink, { left, top, right, bottom }: Box): readonly Rectangle[] {
  const across = (y: number) => countWhere(left, right, (x) => mask[y * width + x] === 1)
  const down = (x: number) => countWhere(top, bottom, (y) => mask[y * width + x] === 1)
  const depth = Math.max(4, Math.round(Math.max(width, height) * 0.03))
  const edges: readonly (readonly [number, Rectangle])[] = [
    [across(0), { left: 0, top: 0, width, height: depth }],
    [across(height - 1), { left: 0, top: height - depth, width, height: depth }],
    [down(0), { left: 0, top: 0, width: depth, height }],
    [down(width - 1), { left: width - depth, top: 0, width: depth, height }],
  ]
  return edges.filter(([pixels]) => pixels >= touching).map(([, edge]) => edge)
}

function countWhere(from: number, to: number, is: (at: number) => boolean): number {
  let counted = 0
  for (let at = from; at <= to; at += 1) if (is(at)) counted += 1
  return counted
}

export interface Roundness {
  /** Share of the ink that lies outside the ellipse in the box: of a square it is the corners. */
  readonly outside: number
  /** Share of the directions in which the rim of that ellipse has ink. */
  readonly rim: number
}

const directions = 72
const rimFrom = 0.88
const rimTo = 1.06

/** How far the ink in this box looks like a round or oval seal with a ring. */
export function roundness({ width, mask }: Ink, { left, top, right, bottom }: Box): Roundness {
  const centre = { x: (left + right) / 2, y: (top + bottom) / 2 }
  const radius = { x: Math.max(1, (right - left) / 2), y: Math.max(1, (bottom - top) / 2) }
  const met = new Uint8Array(directions)
  let inked = 0
  let outside = 0
  for (let y = top; y <= bottom; y += 1) {
    for (let x = left; x <= right; x += 1) {
      if (mask[y * width + x] !== 1) continue
      inked += 1
      const [across, down] = [(x - centre.x) / radius.x, (y - centre.y) / radius.y]
      const far = across * across + down * down
      if (far > rimTo * rimTo) outside += 1
      else if (far >= rimFrom * rimFrom) met[directionOf(across, down)] = 1
    }
  }
  return {
    outside: inked === 0 ? 0 : outside / inked,
    rim: countWhere(0, directions - 1, (at) => met[at] === 1) / directions,
  }
}

function directionOf(across: number, down: number): number {
  return Math.min(directions - 1, Math.floor(((Math.atan2(down, across) + Math.PI) / (2 * Math.PI)) * directions))
}
