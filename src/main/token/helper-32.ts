import { statSync } from 'node:fs'
import { join } from 'node:path'
import { createStdioSpawner, type StdioWorker } from './stdio/stdio-spawner.ts'
import type { WorkerHandle, WorkerKind, WorkerSpawner } from './worker-handle.ts'
import { chooseByHeader, workerKindOf, type ChooseWorker } from './worker-kind.ts'

interface Workers {
  /** CPUs that there is a worker for besides the program's own. */
  readonly moreCpus: readonly string[]
  readonly spawnWorker: WorkerSpawner
  readonly chooseWorker: ChooseWorker
}

type UsualSpawner = (
  kind: Exclude<WorkerKind, 'pkcs11-32'>,
  environment?: Readonly<Record<string, string>>,
) => WorkerHandle

/**
 * The usual workers and, where packaging has put one beside the program (decision 0017), a 32-bit one for the DLLs that
 * a 64-bit process cannot load. Without it such a DLL is refused as ever: token.moduleWrongArchitecture.
 */
export function withHelper32(spawn: UsualSpawner, resources: string, platform = process.platform): Workers {
  const helper = platform === 'win32' ? findHelper32(resources) : undefined
  // Without a helper nothing is chosen for it.
  const spawn32 = helper === undefined ? () => spawn('pkcs11') : createStdioSpawner(helper)
  return {
    moreCpus: helper === undefined ? [] : ['ia32'],
    chooseWorker: helper === undefined ? workerKindOf : chooseByHeader,
    spawnWorker: (kind, environment) => (kind === 'pkcs11-32' ? spawn32(kind, environment) : spawn(kind, environment)),
  }
}

/** A Node of 32 bits, and the worker's bundle outside the archive, which that Node cannot read. */
function findHelper32(resources: string): StdioWorker | undefined {
  const [node, entry] = [join(resources, 'node32', 'node.exe'), join(resources, 'node32', 'token-worker.js')]
  return [node, entry].every((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
    ? { node, entry }
    : undefined
}
