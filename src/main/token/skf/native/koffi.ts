import { createRequire } from 'node:module'
import { AppError } from '../../../app-error.ts'

/** What is used of koffi. Should it end, an addon of some 30 lines can take its place here (decision 0040). */
export interface Koffi {
  readonly load: (path: string) => NativeLibrary
  readonly struct: (members: Readonly<Record<string, unknown>>) => unknown
  readonly array: (type: string, length: number) => unknown
}

export interface NativeLibrary {
  /** Throws where the library has no such symbol. */
  readonly symbol: (name: string) => unknown
  readonly func: (
    convention: string,
    name: string,
    result: string,
    parameters: readonly unknown[],
  ) => (...parameters: readonly unknown[]) => number
}

/** Not an import: an addon that does not load must be a failure of `open`, not of the whole process. */
export function loadKoffi(): Koffi {
  try {
    return createRequire(import.meta.url)('koffi') as Koffi
  } catch (cause) {
    throw new AppError('token.moduleBroken', { details: { detail: 'addon' }, cause })
  }
}
