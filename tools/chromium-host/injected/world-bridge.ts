// One end of the bridge between the page's world and the preload's world, which share only the DOM.
// Both ends hold one detached element and dispatch CustomEvents on it: dispatch is synchronous, and Chromium
// structured-clones `detail` between worlds. Functions and promises, which cannot be cloned, travel as numbered holes.

type Path = readonly string[]
interface Hole {
  readonly path: Path
  readonly kind: 'function' | 'promise'
  readonly id: number
}
interface Packed {
  readonly content: unknown
  readonly holes: readonly Hole[]
}
type BridgeMessage =
  | { readonly type: 'call'; readonly id: number; readonly args: Packed }
  | { readonly type: 'return'; readonly ok: boolean; readonly value: Packed }
  | { readonly type: 'settle'; readonly id: number; readonly ok: boolean; readonly value: Packed }
  | { readonly type: 'define'; readonly name: string; readonly value: Packed }

type Callable = (...args: unknown[]) => unknown
interface Settle {
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: unknown) => void
}

export interface WorldBridge {
  /** Gives the other world a value under a name. */
  define(name: string, value: unknown): void
}

export interface WorldBridgeOptions {
  readonly channel: EventTarget
  readonly inbound: string
  readonly outbound: string
  /** Receives what the other world defines. */
  readonly onDefine: (name: string, value: unknown) => void
}

// Taken at document start: a page that replaces Function.prototype.call or CustomEvent later does not break the bridge.
const { apply } = Reflect
const objectToString = Object.getOwnPropertyDescriptor(Object.prototype, 'toString')?.value as (this: unknown) => string
const tagOf = (value: unknown): string => apply(objectToString, value, [])
const BridgeEvent = CustomEvent
const freeze = Object.freeze.bind(Object)

function isPlain(value: object): boolean {
  return Array.isArray(value) || tagOf(value) === '[object Object]'
}

function isThenable(value: object): value is PromiseLike<unknown> {
  return 'then' in value && typeof value.then === 'function'
}

/** As Electron does: only message and stack of an error cross the bridge. */
function plainError(reason: unknown): unknown {
  if (!(reason instanceof Error)) return reason
  const error = new Error(reason.message)
  if (reason.stack !== undefined) error.stack = reason.stack
  return error
}

function fillHole(box: { content: unknown }, path: Path, value: unknown): void {
  // Holes are only ever made inside plain objects and arrays.
  let parent = box as Record<string, unknown>
  let key = 'content'
  for (const next of path) {
    parent = parent[key] as Record<string, unknown>
    key = next
  }
  parent[key] = value
}

/** Freezes what was exposed, as contextBridge does, so that a page script cannot replace the API for the others. */
export function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || !isPlain(value)) return
  for (const part of Object.values(value)) deepFreeze(part)
  freeze(value)
}

export function createWorldBridge({ channel, inbound, outbound, onDefine }: WorldBridgeOptions): WorldBridge {
  const functions = new Map<number, Callable>()
  const functionIds = new WeakMap<Callable, number>()
  const waiting = new Map<number, Settle>()
  const dispatch = channel.dispatchEvent.bind(channel)
  let lastId = 0
  let returned: (BridgeMessage & { type: 'return' }) | undefined

  const post = (message: BridgeMessage): void => {
    dispatch(new BridgeEvent(outbound, { detail: message }))
  }

  const functionId = (callable: Callable): number => {
    const id = functionIds.get(callable) ?? ++lastId
    functionIds.set(callable, id)
    functions.set(id, callable)
    return id
  }

  const promiseId = (promise: PromiseLike<unknown>): number => {
    const id = ++lastId
    promise.then(
      (value) => post({ type: 'settle', id, ok: true, value: pack(value) }),
      (reason: unknown) => post({ type: 'settle', id, ok: false, value: pack(plainError(reason)) }),
    )
    return id
  }

  const pack = (root: unknown): Packed => {
    const holes: Hole[] = []
    const copies = new Map<object, unknown>()
    const copy = (value: unknown, path: Path): unknown => {
      if (typeof value === 'symbol') throw new TypeError('A symbol cannot be sent over the context bridge')
      if (typeof value === 'function') {
        holes.push({ path, kind: 'function', id: functionId(value as Callable) })
        return null
      }
      if (typeof value !== 'object' || value === null) return value
      if (isThenable(value)) {
        holes.push({ path, kind: 'promise', id: promiseId(value) })
        return null
      }
      if (copies.has(value)) return copies.get(value)
      if (!isPlain(value)) return value
      const target: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {}
      copies.set(value, target)
      for (const [key, part] of Object.entries(value)) {
        // An array takes its elements by key, like an object.
        ;(target as Record<string, unknown>)[key] = copy(part, [...path, key])
      }
      return target
    }
    return { content: copy(root, []), holes }
  }

  const callOther = (id: number, args: unknown[]): unknown => {
    returned = undefined
    post({ type: 'call', id, args: pack(args) })
    // Dispatch is synchronous: the answer was taken by the listener below, out of the compiler's sight.
    const answer = returned as (BridgeMessage & { type: 'return' }) | undefined
    returned = undefined
    if (!answer) throw new Error('context bridge: the other world is gone')
    if (answer.ok) return unpack(answer.value)
    throw unpack(answer.value) as Error
  }

  const unpack = (packed: Packed): unknown => {
    const box = { content: packed.content }
    for (const { path, kind, id } of packed.holes) {
      const value =
        kind === 'function'
          ? (...args: unknown[]) => callOther(id, args)
          : new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))
      fillHole(box, path, value)
    }
    return box.content
  }

  const answerCall = (id: number, args: Packed): BridgeMessage => {
    try {
      const callable = functions.get(id)
      if (!callable) throw new Error('context bridge: no such function')
      // An array was packed by callOther.
      return { type: 'return', ok: true, value: pack(callable(...(unpack(args) as unknown[]))) }
    } catch (error) {
      return { type: 'return', ok: false, value: pack(plainError(error)) }
    }
  }

  const settle = (id: number, ok: boolean, value: Packed): void => {
    const promise = waiting.get(id)
    waiting.delete(id)
    if (ok) promise?.resolve(unpack(value))
    else promise?.reject(unpack(value))
  }

  channel.addEventListener(inbound, (event) => {
    const message = (event as CustomEvent<BridgeMessage>).detail
    switch (message.type) {
      case 'call':
        post(answerCall(message.id, message.args))
        break
      case 'return':
        returned = message
        break
      case 'settle':
        settle(message.id, message.ok, message.value)
        break
      case 'define':
        onDefine(message.name, unpack(message.value))
        break
    }
  })

  return { define: (name, value) => post({ type: 'define', name, value: pack(value) }) }
}
