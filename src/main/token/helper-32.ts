import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { TokenInterface } from '../../shared/token/messages.ts'
import { createStdioSpawner } from './stdio/stdio-spawner.ts'
import type { UsualWorkerKind, WorkerHandle, WorkerSpawner } from './worker-handle.ts'
import { chooseByHeader, type ChooseWorker } from './worker-kind.ts'

interface Workers {
  /** CPUs that there is a worker for besides the program's own. */
  readonly moreCpus: readonly string[]
  readonly spawnWorker: WorkerSpawner
  readonly chooseWorker: ChooseWorker
}

type UsualSpawner = (kind: UsualWorkerKind, environment?: Readonly<Record<string, string>>) => WorkerHandle

/** The workers' bundles as packaging puts them beside the 32-bit Node: outside the archive, which that Node cannot read. */
const entries: Readonly<Record<TokenInterface, string>> = { pkcs11: 'token-worker.js', skf: 'skf-worker.js' }

/**
 * The usual workers and, where packaging has put them beside the program (decision 0017), 32-bit ones for the DLLs that
 * a 64-bit process cannot load. Without them such a DLL is refused as ever: token.moduleWrongArchitecture.
 */
export function withHelper32(spawn: UsualSpawner, resources: string, platform = process.platform): Workers {
  const helpers =
    platform === 'win32' ? findHelpers32(join(resources, 'node32')) : new Map<TokenInterface, WorkerSpawner>()
  return {
    moreCpus: helpers.size === 0 ? [] : ['ia32'],
    chooseWorker: chooseByHeader(new Set(helpers.keys())),
    spawnWorker: (kind, environment) => {
      if (kind !== 'pkcs11-32' && kind !== 'skf-32') return spawn(kind, environment)
      const spoken = kind === 'skf-32' ? 'skf' : 'pkcs11'
      // Without a helper nothing is chosen for it.
      return helpers.get(spoken)?.(kind, environment) ?? spawn(spoken, environment)
    },
  }
}

/** For each interface whose worker is there: how it is started in the Node of 32 bits. */
function findHelpers32(folder: string): ReadonlyMap<TokenInterface, WorkerSpawner> {
  const node = join(folder, 'node.exe')
  if (!isFile(node)) return new Map()
  const found = (['pkcs11', 'skf'] as const).filter((spoken) => isFile(join(folder, entries[spoken])))
  return new Map(found.map((spoken) => [spoken, createStdioSpawner({ node, entry: join(folder, entries[spoken]) })]))
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}
