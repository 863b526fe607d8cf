import type { NativeLibrary, Koffi } from './koffi.ts'
import { prototypes, type CipherParameter, type SkfName } from './prototypes.ts'

/** A function of the library as koffi has bound it; parameters as `prototypes` says. */
export type BoundFunction = (...parameters: readonly unknown[]) => number

export interface BoundFunctions {
  /** By their own names, or by those that 32-bit Windows gives to functions of its calling convention. */
  readonly form: 'names' | 'decorated'
  readonly functions: ReadonlyMap<SkfName, BoundFunction>
}

/**
 * ULONG is 4 octets for most vendors and 8 for some on 64-bit Linux. By value it goes in a register or slot of 8 octets
 * there, of which either reads what it knows; Windows has 4 everywhere, and so has a 32-bit process.
 */
const byValue = process.platform === 'win32' || ['ia32', 'arm'].includes(process.arch) ? 'uint32_t' : 'uint64_t'

export function bindFunctions(koffi: Koffi, library: NativeLibrary): BoundFunctions {
  const functions = new Map<SkfName, BoundFunction>()
  let form: BoundFunctions['form'] = 'names'
  for (const name of Object.keys(prototypes) as SkfName[]) {
    const symbol = findSymbol(library, name)
    if (symbol === undefined) continue
    if (symbol !== name) form = 'decorated'
    functions.set(name, bind(koffi, library, { name, symbol }))
  }
  return { form, functions }
}

/** The name by which the library exports it: as it is, `_Name@12` or `Name@12`, the number being octets on the stack. */
export function findSymbol(library: NativeLibrary, name: string): string | undefined {
  const letters = name in prototypes ? prototypes[name as SkfName] : ''
  const octets = letters.replaceAll('b', 'b'.repeat(cipherParameterWords)).length * 4
  return [name, `_${name}@${octets}`, `${name}@${octets}`].find((symbol) => {
    try {
      library.symbol(symbol)
      return true
    } catch {
      return false
    }
  })
}

/** BLOCKCIPHERPARAM is 44 octets where the stack counts. */
const cipherParameterWords = 11

interface Found {
  readonly name: SkfName
  readonly symbol: string
}

function bind(koffi: Koffi, library: NativeLibrary, { name, symbol }: Found): BoundFunction {
  const letters = prototypes[name]
  const withType = (parameter: unknown) =>
    library.func(
      '__stdcall',
      symbol,
      'uint32_t',
      Array.from(letters, (letter) => typeOf(letter, parameter)),
    )
  if (!letters.includes('b')) return withType(undefined)
  const four = withType(cipherParameter(koffi, 'uint32_t'))
  const eight = withType(cipherParameter(koffi, 'uint64_t'))
  return (...parameters) => {
    const given = parameters.at(-1) as CipherParameter
    const { initialVector, ulongOctets } = given
    const structure = { IV: padded(initialVector), IVLen: initialVector.length, PaddingType: 0, FeedBitLen: 0 }
    return (ulongOctets === 4 ? four : eight)(...parameters.slice(0, -1), structure)
  }
}

function typeOf(letter: string, parameter: unknown): unknown {
  if (letter === 'b') return parameter
  if (letter === 'n') return byValue
  return letter === 'p' ? 'uint8_t *' : 'void *'
}

function cipherParameter(koffi: Koffi, ulong: string): unknown {
  return koffi.struct({
    ...{ IV: koffi.array('uint8_t', longestVector), IVLen: ulong, PaddingType: ulong, FeedBitLen: ulong },
  })
}

const longestVector = 32

function padded(vector: Uint8Array): Uint8Array {
  const whole = new Uint8Array(longestVector)
  whole.set(vector)
  return whole
}
