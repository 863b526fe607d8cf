import { createSkfCalls, type SkfCalls } from '../native/skf-calls.ts'
import type { BoundFunction } from '../native/bind-functions.ts'
import type { SkfName, SkfParameters } from '../native/prototypes.ts'

/** What a library does, function by function; what is left out it does not export. */
export type FakeFunctions = { readonly [Name in SkfName]?: (...parameters: SkfParameters<Name>) => number }

export interface FakeCalls extends SkfCalls {
  /** Every call, in its order. */
  readonly made: SkfName[]
}

export function createFakeCalls(functions: FakeFunctions): FakeCalls {
  const made: SkfName[] = []
  const bound = Object.entries(functions).map(([name, call]): [SkfName, BoundFunction] => [
    name as SkfName,
    (...parameters) => {
      made.push(name as SkfName)
      return Reflect.apply(call, undefined, parameters) as number
    },
  ])
  const library = { form: 'names', exported: [], missing: [], functions: new Map(bound) } as const
  return { ...createSkfCalls(library), made }
}

/** Puts a ULONG of 4 octets where a library would. */
export function put(octets: Uint8Array, value: number): void {
  Buffer.from(octets.buffer, octets.byteOffset).writeUInt32LE(value)
}
