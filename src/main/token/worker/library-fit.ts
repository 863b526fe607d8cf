import type { FailureWords } from '../../../shared/failure-words.ts'
import type { Failure } from '../../../shared/failure.ts'
import { fitsProcess, readLibraryHeaders, type LibraryHeader } from './library-header.ts'

/** What a library has to be built for: names as in `process.platform` and `process.arch`. */
export interface LibraryHost {
  readonly platform: string
  /** More than one where there is a worker for another CPU as well. */
  readonly cpus: readonly string[]
}

/** The first octets of a file hold every header that is read here. */
export const headerBytes = 4096

/**
 * Why a file that begins like this cannot be loaded, told without loading it; nothing where it can.
 * Codes token.moduleNotPkcs11 (details.detail notALibrary), token.moduleWrongArchitecture (details of the header, and
 * details.reason bits-32, cpu or system).
 */
export function whyNotLoadable(start: Uint8Array, host: LibraryHost): Failure | undefined {
  const headers = readLibraryHeaders(start)
  const [header] = headers
  if (header === undefined) return { code: 'token.moduleNotPkcs11', details: { detail: 'notALibrary' } }
  if (host.cpus.some((cpu) => fitsProcess(headers, host.platform, cpu))) return undefined
  return { code: 'token.moduleWrongArchitecture', details: { ...header, reason: misfitOf(headers, host) } }
}

function misfitOf(headers: readonly LibraryHeader[], { platform }: LibraryHost): MisfitWord {
  const ofThisSystem = headers.filter((header) => fitsProcess([header], platform, header.cpu))
  if (ofThisSystem.length === 0) return 'system'
  return ofThisSystem.every(({ bits }) => bits === 32) ? 'bits-32' : 'cpu'
}

type MisfitWord = FailureWords['token.moduleWrongArchitecture']
