import { AppError } from '../../../app-error.ts'
import { checkLibraryFile } from '../../library/check-library-file.ts'
import { bindFunctions, findSymbol, type BoundFunctions } from './bind-functions.ts'
import { loadKoffi, type Koffi, type NativeLibrary } from './koffi.ts'
import { prototypes, requiredFunctions, type SkfName } from './prototypes.ts'
import { furtherFunctions } from './further-functions.ts'

export interface SkfLibrary extends BoundFunctions {
  /** What it has of the functions of the standard, called by this program or not. */
  readonly exported: readonly string[]
  readonly missing: readonly string[]
}

/**
 * Loads an SKF library; nothing of it is called. Errors: as check-library-file.ts; token.moduleBroken (details.detail
 * addon, dependency, load); token.moduleNotPkcs11 with details.detail `skf` and the function that it lacks, or with
 * `functionList`: its functions are only in the table of SKF_GetFuncList, whose order no standard fixes (decision 0040).
 */
export function loadSkf(path: string): SkfLibrary {
  checkLibraryFile(path)
  const koffi = loadKoffi()
  const library = load(koffi, path)
  const bound = bindFunctions(koffi, library)
  const lacking = requiredFunctions.find((name) => !bound.functions.has(name))
  if (lacking !== undefined) throw notSkf(library, lacking)
  const known = [...Object.keys(prototypes), ...furtherFunctions]
  const exported = known.filter(
    (name) => bound.functions.has(name as SkfName) || findSymbol(library, name) !== undefined,
  )
  return { ...bound, exported, missing: known.filter((name) => !exported.includes(name)) }
}

function load(koffi: Koffi, path: string): NativeLibrary {
  try {
    return koffi.load(path)
  } catch (cause) {
    const text = cause instanceof Error ? cause.message : ''
    const missing = /: (?<library>[^:]+): cannot open shared object file/.exec(text)?.groups?.['library']
    const details =
      missing === undefined || missing === path ? { detail: 'load' } : { detail: 'dependency', library: missing }
    throw new AppError('token.moduleBroken', { details, cause })
  }
}

function notSkf(library: NativeLibrary, lacking: SkfName): AppError {
  const hasTable = findSymbol(library, 'SKF_GetFuncList') !== undefined
  const details = hasTable ? { detail: 'functionList' } : { detail: 'skf', function: lacking }
  return new AppError('token.moduleNotPkcs11', { details })
}
