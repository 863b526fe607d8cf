import { expect, test } from 'vitest'
import { nodeBase64 } from '../node-base64.ts'
import { decodeClone } from './clone-decode.ts'
import { encodeClone } from './clone-encode.ts'

function clone(value: unknown): unknown {
  return decodeClone(encodeClone(value, nodeBase64), nodeBase64)
}

test('a clone of the codec equals structuredClone', () => {
  const values = {
    scalars: [undefined, null, true, '深', -0, Number.NaN, -Infinity, 10n],
    date: new Date(5),
    noDate: new Date(Number.NaN),
    pattern: /a+/gi,
    map: new Map<unknown, unknown>([[{ key: 1 }, new Set(['x', 1n])]]),
    bytes: new Uint8Array([1, 2, 255]).subarray(1),
    floats: new Float64Array([1.5]),
    buffer: new Uint8Array([7]).buffer,
    boxed: Object(3) as unknown,
    nested: { tags: ['array', 'date', -1], __proto__: null },
  }
  expect(clone(values)).toEqual(structuredClone(values))
})

test('a cycle stays a cycle, and two references to one object stay one object', () => {
  const shared = { name: 'shared' }
  const parent: Record<string, unknown> = { first: shared, second: shared, list: [], map: new Map(), set: new Set() }
  parent['self'] = parent
  ;(parent['list'] as unknown[]).push(parent)
  ;(parent['map'] as Map<string, unknown>).set('parent', parent)
  ;(parent['set'] as Set<unknown>).add(parent)

  const copy = clone(parent) as typeof parent
  expect(copy).not.toBe(parent)
  expect(copy['self']).toBe(copy)
  expect(copy['first']).toBe(copy['second'])
  expect((copy['list'] as unknown[])[0]).toBe(copy)
  expect((copy['map'] as Map<string, unknown>).get('parent')).toBe(copy)
  expect((copy['set'] as Set<unknown>).has(copy)).toBe(true)
})

test('a sparse array keeps its holes', () => {
  const sparse = [1, 2, 3]
  Reflect.deleteProperty(sparse, 1)
  const copy = clone(sparse) as number[]
  expect(copy).toHaveLength(3)
  expect(1 in copy).toBe(false)
})

test('an error keeps its class, message, stack and cause', () => {
  const error = new TypeError('bad', { cause: new RangeError('why') })
  const copy = clone(error)
  expect(copy).toBeInstanceOf(TypeError)
  expect(copy).toMatchObject({ message: 'bad', stack: error.stack, cause: { message: 'why' } })
  expect((copy as Error).cause).toBeInstanceOf(RangeError)
})

test('a Buffer arrives as a Uint8Array of its own', () => {
  const copy = clone(Buffer.from('hi')) as Uint8Array
  expect(copy.constructor).toBe(Uint8Array)
  expect([...new Uint8Array(copy.buffer)]).toEqual([104, 105])
})

test('a key called __proto__ stays a key', () => {
  const value = JSON.parse('{"__proto__": {"polluted": true}}') as object
  const copy = clone(value) as object
  expect(Object.keys(copy)).toEqual(['__proto__'])
  expect(Object.getPrototypeOf(copy)).toBe(Object.prototype)
})

test.each([
  ['a function', () => 1],
  ['a symbol', Symbol('s')],
  ['a promise', Promise.resolve(1)],
  ['a weak map', new WeakMap()],
  ['a message port', new MessageChannel().port1],
  ['a blob', new Blob(['x'])],
])('%s is refused, inside an object too', (_, value) => {
  expect(() => clone(value)).toThrow('could not be cloned')
  expect(() => clone({ deep: [value] })).toThrow('could not be cloned')
})
