import { readFileStart } from './worker/file-start.ts'
import { readLibraryHeaders } from './worker/library-header.ts'
import type { TokenInterface } from '../../shared/token/messages.ts'
import type { UsualWorkerKind, WorkerKind } from './worker-handle.ts'

/** Which worker opens this module: a library with the interface that it is spoken to by, or `soft-token:<path>`. */
export type ChooseWorker = (modulePath: string, spoken?: TokenInterface) => WorkerKind

export function workerKindOf(modulePath: string, spoken: TokenInterface = 'pkcs11'): UsualWorkerKind {
  return modulePath.startsWith('soft-token:') ? 'soft' : spoken
}

/** Where 32-bit workers are at hand: a DLL for 32-bit Windows goes to its own, everything else where it always goes. */
export function chooseByHeader(at: ReadonlySet<TokenInterface>): ChooseWorker {
  return (modulePath, spoken) => {
    const kind = workerKindOf(modulePath, spoken)
    return kind !== 'soft' && at.has(kind) && isFor32BitWindows(modulePath) ? `${kind}-32` : kind
  }
}

/** By the header alone: nothing is loaded here. What cannot be read is told by the worker that tries. */
function isFor32BitWindows(path: string): boolean {
  try {
    return readLibraryHeaders(readFileStart(path)).some(({ format, cpu }) => format === 'pe' && cpu === 'ia32')
  } catch {
    return false
  }
}
