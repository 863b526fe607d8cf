import type { Plane, Rectangle } from '../ink/picture.ts'

const touching = 3

/** The edges of the picture that the seal reaches: nobody can see whether it goes on behind them. */
export function edgesTouched({ width, height, values }: Plane, seal: Rectangle): readonly Rectangle[] {
  const across = (y: number) => countWhere(seal.x, seal.width, (x) => values[y * width + x] === 1)
  const down = (x: number) => countWhere(seal.y, seal.height, (y) => values[y * width + x] === 1)
  const depth = Math.max(4, Math.round(Math.max(width, height) * 0.03))
  const edges: readonly (readonly [number, Rectangle])[] = [
    [across(0), { x: 0, y: 0, width, height: depth }],
    [across(height - 1), { x: 0, y: height - depth, width, height: depth }],
    [down(0), { x: 0, y: 0, width: depth, height }],
    [down(width - 1), { x: width - depth, y: 0, width: depth, height }],
  ]
  return edges.filter(([pixels]) => pixels >= touching).map(([, edge]) => edge)
}

function countWhere(from: number, length: number, is: (at: number) => boolean): number {
  let counted = 0
  for (let at = from; at < from + length; at += 1) if (is(at)) counted += 1
  return counted
}
