import { randomBytes } from 'node:crypto'
import { readContainerId, toContainerId } from '../../src/shared/token/container-id.ts'
import { createForkSpawner } from '../../src/main/token/fork-spawner.ts'
import { createTokenProcess } from '../../src/main/token/token-process.ts'
import type { WorkerSpawner } from '../../src/main/token/worker-handle.ts'
import type { SkfAbi, SkfForm } from './softskf/build.ts'
import { createSkfStore, skfAdministratorPin, skfPin } from './softskf/store.ts'
import type { SkfStore } from './softskf/store.ts'
import { spawnWorker } from './token-stand.ts'
import type { StandDeadlines, TokenStand } from './token-stand.ts'

const spawnSteadyWorker = createForkSpawner({ skf: new URL('./steady-skf-worker.ts', import.meta.url) })

export interface SkfStand extends TokenStand {
  readonly store: SkfStore
  readonly newId: () => string
}

export interface SkfStandOptions {
  readonly abi?: SkfAbi
  readonly form?: SkfForm
  readonly spawn?: WorkerSpawner
}

/** The software SKF module with one empty key in it, in the real worker process. */
export function createSkfStand(deadlines: StandDeadlines = {}, options: SkfStandOptions = {}): SkfStand {
  const { spawn = spawnWorker, ...module } = options
  const store = createSkfStore(module)
  store.addKey()
  const { modulePath, environment } = store
  const token = createTokenProcess({ spawn, modulePath, environment, deadlines, interface: 'skf' })
  return {
    ...{ store, token, modulePath, newId },
    labelOf: containerOf,
    putCertificate: (id, certificate) =>
      void store.putPair({ container: containerOf(id), role: 'signing', privateKey: null, certificate }),
    ...{ pin: skfPin, securityOfficerPin: skfAdministratorPin },
    unplug: () => store.unplug(),
    plug: () => store.plug(),
    swap: () => store.replace({ serialNumber: 'SOFT0000000000002' }),
    breakListing: (how) => store.setFault(`SKF_EnumContainer:0:${how === 'crash' ? 'abort' : 'hang'}`),
    mend: () => store.clearFault(),
    remove: () => {
      token.stop()
      store.remove()
    },
  }
}

/** The same, for counting: what the worker asks again after a second it never asks again here. */
export function createCountingSkfStand(): SkfStand {
  return createSkfStand({}, { spawn: spawnSteadyWorker })
}

/** A container as the renewal names it. */
function newId(): string {
  const container = Buffer.from(`R${randomBytes(15).toString('hex')}`)
  return toContainerId({ container: new Uint8Array(container), role: 'signing' })
}

/** The name of the container that an id is about. */
export function containerOf(id: string): string {
  const pair = readContainerId(id)
  if (pair === undefined) throw new Error(`${id} is no id of a container`)
  return Buffer.from(pair.container).toString()
}
