/** Keys that JavaScript itself, Node's inspector and test tools look up on any object; asking for them means nothing. */
const PROBED_BY_TOOLS = new Set([
  'then',
  'toJSON',
  'constructor',
  'prototype',
  'inspect',
  'asymmetricMatch',
  'nodeType',
  '$$typeof',
  'domain',
  '_events',
  '_eventsCount',
  '_maxListeners',
  '__esModule',
])

export function notSupported(what: string): Error {
  return new Error(`not supported in the Chromium host: ${what}`)
}

/**
 * The same object, except that reading a property it does not have throws.
 * An Electron API that nobody has taught the host is then noticed by name, not by `undefined` somewhere later.
 */
export function strict<T extends object>(name: string, object: T): T {
  return new Proxy(object, {
    get(target, key, receiver): unknown {
      if (typeof key === 'string' && !(key in target) && !PROBED_BY_TOOLS.has(key)) throw notSupported(`${name}.${key}`)
      return Reflect.get(target, key, receiver)
    },
  })
}

/** A strict class: its statics and every instance made with `new` are strict. */
export function strictClass<C extends new (...args: never[]) => object>(name: string, constructor: C): C {
  return new Proxy(strict(name, constructor), {
    construct: (target, args: unknown[]) => strict(name, Reflect.construct(target, args) as object),
  })
}
