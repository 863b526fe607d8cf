// Structured clone as text: a CDP binding carries only strings, and a page has no v8.serialize.
// This file also runs inside Chromium (see renderer-scripts.ts): it may import nothing but types and its neighbours.

export interface Base64 {
  encode(bytes: Uint8Array): string
  decode(text: string): ArrayBuffer
}

/**
 * A value as a table entry. A scalar that JSON has stands for itself; everything else is a tagged list whose numbers
 * are indexes of other entries, so that cycles and shared references stay what they are. -1 means absent.
 */
export type CloneNode = string | number | boolean | null | readonly [tag: string, ...(string | number | null)[]]

type Put = (value: unknown) => number

const ABSENT = -1

function refuse(what: string): never {
  throw new DOMException(`${what} could not be cloned.`, 'DataCloneError')
}

function encodeNumber(value: number): CloneNode {
  if (Object.is(value, -0)) return ['number', '-0']
  return Number.isFinite(value) ? value : ['number', String(value)]
}

function encodeView(view: ArrayBufferView, base64: Base64): CloneNode {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
  // A subclass, such as Node's Buffer, arrives as the class that it extends; toStringTag names that one.
  return ['view', Object.prototype.toString.call(view).slice(8, -1), base64.encode(bytes)]
}

function encodeArray(items: readonly unknown[], put: Put): CloneNode {
  return ['array', ...Array.from({ length: items.length }, (_, at) => (at in items ? put(items[at]) : ABSENT))]
}

function encodeError(error: Error, put: Put): CloneNode {
  return ['error', error.name, error.message, error.stack ?? '', 'cause' in error ? put(error.cause) : ABSENT]
}

function encodeRecord(record: object, put: Put): CloneNode {
  const tag = Object.prototype.toString.call(record)
  // Blob, MessagePort, Promise, WeakMap…: half of them cannot be cloned, the others not as text.
  if (tag !== '[object Object]') return refuse(tag.replace('[object ', '#<').replace(']', '>'))
  return ['object', ...Object.entries(record).flatMap(([key, value]) => [key, put(value)])]
}

function encodeObject(value: object, put: Put, base64: Base64): CloneNode {
  if (Array.isArray(value)) return encodeArray(value, put)
  if (ArrayBuffer.isView(value)) return encodeView(value, base64)
  if (value instanceof ArrayBuffer) return ['buffer', base64.encode(new Uint8Array(value))]
  if (value instanceof Date) return ['date', Number.isNaN(value.getTime()) ? null : value.getTime()]
  if (value instanceof RegExp) return ['regexp', value.source, value.flags]
  if (value instanceof Map) return ['map', ...[...value].flatMap(([key, entry]) => [put(key), put(entry)])]
  if (value instanceof Set) return ['set', ...[...value].map(put)]
  if (value instanceof Error) return encodeError(value, put)
  if (value instanceof Boolean || value instanceof Number || value instanceof String)
    return ['boxed', put(value.valueOf())]
  return encodeRecord(value, put)
}

/** Everything but objects; of those only null comes here. */
function encodeScalar(value: unknown): CloneNode {
  switch (typeof value) {
    case 'number':
      return encodeNumber(value)
    case 'undefined':
      return ['undefined']
    case 'bigint':
      return ['bigint', String(value)]
    case 'string':
    case 'boolean':
      return value
    case 'symbol':
      return refuse(String(value))
    case 'function':
      return refuse(Function.prototype.toString.call(value).slice(0, 60))
    case 'object':
      return null
  }
}

/**
 * Writes what structured clone keeps: undefined, NaN, -0, BigInt, Date, RegExp, Map, Set, Error with its cause,
 * ArrayBuffer, typed arrays, sparse arrays, cycles. Throws DataCloneError for functions, symbols and host objects.
 */
export function encodeClone(root: unknown, base64: Base64): string {
  const nodes: CloneNode[] = []
  const seen = new Map<object, number>()
  const put = (value: unknown): number => {
    const isObject = typeof value === 'object' && value !== null
    const known = isObject ? seen.get(value) : undefined
    if (known !== undefined) return known
    // The place is taken before the content is written: a cycle refers back to it.
    const at = nodes.push(null) - 1
    if (isObject) seen.set(value, at)
    nodes[at] = isObject ? encodeObject(value, put, base64) : encodeScalar(value)
    return at
  }
  put(root)
  return JSON.stringify(nodes)
}
