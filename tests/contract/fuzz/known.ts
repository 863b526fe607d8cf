/** What the server has told of itself: ids and other words that later requests may use. */
import type { Operation } from './contract.ts'

export type Words = Readonly<Record<string, string>>

export interface Known {
  /** Learns from a success. */
  readonly learn: (operation: Operation, params: Words, body: unknown) => void
  /** All path parameters of an operation, as they were seen together; the newest first. */
  readonly params: (operation: Operation, at: number) => Words | undefined
  /** A value that some field or parameter of this name has had. */
  readonly word: (name: string, at: number) => string | undefined
}

const remembered = 40

/** @param operations say which parameter an id is for: the one that follows its collection in some path */
export function createKnown(operations: readonly Operation[]): Known {
  const bindings = new Map<string, Words[]>()
  const words = new Map<string, string[]>()

  const learnObject = (operation: Operation, params: Words, item: object): void => {
    for (const [name, value] of Object.entries(item)) if (typeof value === 'string') remember(words, name, value)
    const { id } = item as { id?: unknown }
    const parameter = parameterAfter(operations, operation.path)
    if (typeof id !== 'string' || parameter === undefined) return
    remember(words, parameter, id)
    const binding = { ...params, [parameter]: id }
    const seen = bindings.get(parameter)?.some((one) => JSON.stringify(one) === JSON.stringify(binding)) ?? false
    if (!seen) remember(bindings, parameter, binding)
  }

  return {
    learn: (operation, params, body) => {
      if (typeof body !== 'object' || body === null) return
      const { items } = body as { items?: unknown }
      const objects: readonly unknown[] = Array.isArray(items) ? items : [body]
      for (const item of objects) {
        if (typeof item === 'object' && item !== null) learnObject(operation, params, item)
      }
    },
    params: (operation, at) => {
      const last = parametersOf(operation.path).at(-1)
      return last === undefined ? {} : newest(bindings.get(last), at)
    },
    word: (name, at) => newest(words.get(name), at),
  }
}

export const parametersOf = (path: string): readonly string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')

function parameterAfter(operations: readonly Operation[], collection: string): string | undefined {
  const prefix = `${collection}/{`
  const longer = operations.find(({ path }) => path.startsWith(prefix))
  return longer === undefined ? undefined : parametersOf(longer.path.slice(collection.length))[0]
}

function remember<T>(store: Map<string, T[]>, name: string, value: T): void {
  const values = store.get(name) ?? []
  store.set(name, values)
  if (values.includes(value)) return
  values.push(value)
  if (values.length > remembered) values.shift()
}

function newest<T>(values: readonly T[] | undefined, at: number): T | undefined {
  return values?.at(-1 - (at % values.length))
}
