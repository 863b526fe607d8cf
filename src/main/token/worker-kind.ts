import { readFileStart } from './worker/file-start.ts'
import { readLibraryHeaders } from './worker/library-header.ts'
import type { TokenInterface } from '../../shared/token/messages.ts'
import type { WorkerKind } from './worker-handle.ts'

/** Which worker opens this module: a library with the interface that it is spoken to by, or `soft-token:<path>`. */
export type ChooseWorker = (modulePath: string, spoken?: TokenInterface) => WorkerKind

export function workerKindOf(modulePath: string, spoken: TokenInterface = 'pkcs11'): Exclude<WorkerKind, 'pkcs11-32'> {
  return modulePath.startsWith('soft-token:') ? 'soft' : spoken
}

/** Where a 32-bit worker is at hand: a DLL for 32-bit Windows goes to it, everything else where it always goes. */
export function chooseByHeader(modulePath: string, spoken?: TokenInterface): WorkerKind {
  const kind = workerKindOf(modulePath, spoken)
  return kind === 'pkcs11' && isFor32BitWindows(modulePath) ? 'pkcs11-32' : kind
}

/** By the header alone: nothing is loaded here. What cannot be read is told by the worker that tries. */
function isFor32BitWindows(path: string): boolean {
  try {
    return readLibraryHeaders(readFileStart(path)).some(({ format, cpu }) => format === 'pe' && cpu === 'ia32')
  } catch {
    return false
  }
}
