import type { Base64, CloneNode } from './clone-encode.ts'

type Part = string | number | null
type Get = (at: Part) => unknown
/** Registers an object before its content is read, so that a cycle finds it. */
type Keep = <T extends object>(object: T) => T

interface Decoding {
  readonly get: Get
  readonly keep: Keep
  readonly base64: Base64
}

type ViewConstructor = new (buffer: ArrayBuffer) => ArrayBufferView

const VIEWS: Readonly<Record<string, ViewConstructor>> = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
  DataView,
}

const ERRORS: Readonly<Record<string, ErrorConstructor>> = {
  Error,
  EvalError,
  RangeError,
  ReferenceError,
  SyntaxError,
  TypeError,
  URIError,
}

function isPresent(part: Part): boolean {
  return part !== -1
}

function pairs(parts: readonly Part[]): (readonly [Part, Part])[] {
  return Array.from({ length: parts.length / 2 }, (_, at) => [parts[2 * at] ?? null, parts[2 * at + 1] ?? null])
}

function decodeArray(parts: readonly Part[], { get, keep }: Decoding): unknown[] {
  const array = keep(new Array<unknown>(parts.length))
  for (const [at, part] of parts.entries()) if (isPresent(part)) array[at] = get(part)
  return array
}

function decodeMap(parts: readonly Part[], { get, keep }: Decoding): Map<unknown, unknown> {
  const map = keep(new Map<unknown, unknown>())
  for (const [key, value] of pairs(parts)) map.set(get(key), get(value))
  return map
}

function decodeSet(parts: readonly Part[], { get, keep }: Decoding): Set<unknown> {
  const set = keep(new Set<unknown>())
  for (const part of parts) set.add(get(part))
  return set
}

function decodeRecord(parts: readonly Part[], { get, keep }: Decoding): object {
  const record = keep({})
  for (const [key, value] of pairs(parts)) {
    // Defined, not assigned: a key called __proto__ must stay a key.
    const property = { value: get(value), enumerable: true, configurable: true, writable: true }
    Object.defineProperty(record, String(key), property)
  }
  return record
}

function decodeError([name, message, stack, cause]: readonly Part[], { get, keep }: Decoding): Error {
  const error = keep(new (ERRORS[String(name)] ?? Error)(String(message)))
  Object.defineProperty(error, 'stack', { value: stack, configurable: true, writable: true })
  if (isPresent(cause ?? -1)) {
    Object.defineProperty(error, 'cause', { value: get(cause ?? -1), configurable: true, writable: true })
  }
  return error
}

function decodeView([name, bytes]: readonly Part[], { keep, base64 }: Decoding): ArrayBufferView {
  const View = VIEWS[String(name)] ?? Uint8Array
  return keep(new View(base64.decode(String(bytes))))
}

function decodeTagged(tag: string, parts: readonly Part[], decoding: Decoding): unknown {
  const { get, keep, base64 } = decoding
  const [first = null, second = null] = parts
  switch (tag) {
    case 'undefined':
      return undefined
    case 'number':
      return Number(first)
    case 'bigint':
      return BigInt(String(first))
    case 'date':
      return keep(new Date(first ?? Number.NaN))
    case 'regexp':
      return keep(new RegExp(String(first), String(second)))
    case 'boxed':
      return keep(Object(get(first)) as object)
    case 'buffer':
      return keep(base64.decode(String(first)))
    case 'view':
      return decodeView(parts, decoding)
    case 'array':
      return decodeArray(parts, decoding)
    case 'map':
      return decodeMap(parts, decoding)
    case 'set':
      return decodeSet(parts, decoding)
    case 'error':
      return decodeError(parts, decoding)
    default:
      return decodeRecord(parts, decoding)
  }
}

/** The reverse of encodeClone. */
export function decodeClone(text: string, base64: Base64): unknown {
  // The text was written by encodeClone at the other end.
  const nodes = JSON.parse(text) as CloneNode[]
  const objects = new Map<Part, object>()
  const get = (at: Part): unknown => {
    const known = objects.get(at)
    if (known !== undefined) return known
    const node = nodes[Number(at)]
    if (typeof node !== 'object' || node === null) return node
    const [tag, ...parts] = node
    const keep: Keep = (object) => {
      objects.set(at, object)
      return object
    }
    return decodeTagged(tag, parts, { get, keep, base64 })
  }
  return get(0)
}
