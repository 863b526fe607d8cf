import { expect, test } from 'vitest'
import { createWorldBridge } from './world-bridge.ts'

/** Both ends on one EventTarget. Unlike in Chromium nothing is cloned on the way: the bridge must copy by itself. */
function expose(value: unknown): unknown {
  const channel = new EventTarget()
  const received = new Map<string, unknown>()
  createWorldBridge({
    channel,
    inbound: 'to-page',
    outbound: 'to-preload',
    onDefine: (name, api) => received.set(name, api),
  })
  const preload = createWorldBridge({ channel, inbound: 'to-preload', outbound: 'to-page', onDefine: () => undefined })
  preload.define('api', value)
  return received.get('api')
}

test('functions work across, with functions as arguments and as results', () => {
  const listeners = new Set<(text: string) => void>()
  const api = expose({
    on: (listener: (text: string) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }) as { on: (listener: (text: string) => void) => () => boolean }
  const heard: string[] = []
  const off = api.on((text) => heard.push(text))
  for (const listener of listeners) listener('one')
  expect(off()).toBe(true)
  for (const listener of listeners) listener('two')
  expect(heard).toEqual(['one'])
})

test('promises settle on the other side', async () => {
  const api = expose({
    resolve: () => Promise.resolve({ bytes: new Uint8Array([1]) }),
    reject: () => Promise.reject(new RangeError('no')),
  }) as { resolve: () => Promise<unknown>; reject: () => Promise<unknown> }
  await expect(api.resolve()).resolves.toEqual({ bytes: new Uint8Array([1]) })
  await expect(api.reject()).rejects.toThrow('no')
})

test('a thrown error crosses as an error', () => {
  const api = expose({
    fail: () => {
      throw new TypeError('bad')
    },
  }) as { fail: () => void }
  expect(() => api.fail()).toThrow('bad')
})

test('objects are copied, cycles included', () => {
  const own: Record<string, unknown> = { list: [1, { two: 2 }] }
  own['self'] = own
  const other = expose(own) as Record<string, unknown>
  expect(other).not.toBe(own)
  expect(other['list']).toEqual([1, { two: 2 }])
  expect(other['list']).not.toBe(own['list'])
  expect(other['self']).toBe(other)
})

test('a symbol is refused', () => {
  expect(() => expose({ symbol: Symbol('s') })).toThrow('symbol')
})
