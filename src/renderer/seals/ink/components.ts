import type { Plane, Rectangle } from './picture.ts'

/** Pixels that touch one another, also at their corners. */
interface Component {
  readonly label: number
  readonly count: number
  readonly box: Rectangle
}

/** Every component of a mask; `labels` has the number of the component for each pixel, 0 for none. */
export interface Labelled {
  readonly labels: Int32Array
  readonly components: readonly Component[]
}

/** 8-connected components, in one pass and a queue that is as long as the mask. */
export function labelComponents(mask: Plane): Labelled {
  const labels = new Int32Array(mask.values.length)
  const queue = new Int32Array(mask.values.length)
  const components: Component[] = []
  for (let start = 0; start < labels.length; start += 1) {
    if (mask.values[start] !== 1 || labels[start] !== 0) continue
    components.push(follow(mask, labels, queue, { start, label: components.length + 1 }))
  }
  return { labels, components }
}

interface Seed {
  readonly start: number
  readonly label: number
}

function follow({ width, height, values }: Plane, labels: Int32Array, queue: Int32Array, seed: Seed): Component {
  const { start, label } = seed
  let [left, top, right, bottom] = [width, height, -1, -1]
  let [read, written] = [0, 1]
  queue[0] = start
  labels[start] = label
  while (read < written) {
    const at = queue[read] ?? 0
    read += 1
    const y = Math.floor(at / width)
    const x = at - y * width
    if (x < left) left = x
    if (x > right) right = x
    if (y < top) top = y
    if (y > bottom) bottom = y
    const [firstX, lastX] = [Math.max(0, x - 1), Math.min(width - 1, x + 1)]
    for (let nearY = Math.max(0, y - 1); nearY <= Math.min(height - 1, y + 1); nearY += 1) {
      for (let near = nearY * width + firstX; near <= nearY * width + lastX; near += 1) {
        if (values[near] !== 1 || labels[near] !== 0) continue
        labels[near] = label
        queue[written] = near
        written += 1
      }
    }
  }
  return { label, count: written, box: { x: left, y: top, width: right - left + 1, height: bottom - top + 1 } }
}

/** The mask without its specks: components of fewer pixels. */
export function withoutSpecks(mask: Plane, smallest: number): Plane {
  const { labels, components } = labelComponents(mask)
  const kept = new Uint8Array(components.length + 1)
  for (const { label, count } of components) kept[label] = count >= smallest ? 1 : 0
  const values = new Uint8Array(labels.length)
  for (let at = 0; at < values.length; at += 1) values[at] = kept[labels[at] ?? 0] ?? 0
  return { ...mask, values }
}
