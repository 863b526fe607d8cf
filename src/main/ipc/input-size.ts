import { maxSealImageBytes } from '../../shared/platform/schemas/seals.ts'

/** Characters and entries: a seal's picture in base64 is the most that the page has to say. */
const largestInput = 2 * maxSealImageBytes

/**
 * Looked at before any schema or pattern is: what a page that has been taken over sends must not keep main busy. As deep and
 * as circular as it likes.
 */
export function isSmallEnough(input: unknown): boolean {
  const seen = new Set<unknown>()
  const waiting: unknown[] = [input]
  let size = 0
  while (waiting.length > 0 && size <= largestInput) {
    const value = waiting.pop()
    size += sizeOf(value)
    if (typeof value !== 'object' || value === null || seen.has(value) || size > largestInput) continue
    seen.add(value)
    for (const part of partsOf(value)) waiting.push(part)
  }
  return size <= largestInput
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength
  if (Array.isArray(value)) return value.length
  if (value instanceof Map || value instanceof Set) return value.size
  return 1
}

/** What is in it, and by which names. */
function partsOf(value: object): readonly unknown[] {
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return []
  if (value instanceof Map) return [...(value as ReadonlyMap<unknown, unknown>)].flat()
  if (value instanceof Set) return [...(value as ReadonlySet<unknown>)]
  // What an array does not hold is not looked for: it may be said to be a billion long.
  return Array.isArray(value) ? Object.values(value) : Object.entries(value).flat()
}
