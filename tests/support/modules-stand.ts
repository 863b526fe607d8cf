import { createTokenModules, type TokenModules } from '../../src/main/token/token-modules.ts'
import type { ModuleState } from '../../src/main/token/module-state.ts'
import type { WorkerHandle, WorkerSpawner } from '../../src/main/token/worker-handle.ts'
import { spawnWorker } from './token-stand.ts'

/** Driver modules as the program runs them, with their worker processes in sight. */
export interface ModulesStand {
  readonly modules: TokenModules
  /** Workers that were started and have not ended yet. */
  readonly running: () => readonly WorkerHandle[]
  readonly started: () => number
  /** Waits until what is told is as wanted. */
  readonly until: (wanted: (states: readonly ModuleState[]) => boolean) => Promise<void>
}

interface Options {
  readonly spawn?: WorkerSpawner
  readonly preferredModule?: (serialNumber: string) => string | undefined
}

export function createModulesStand({ spawn = spawnWorker, ...options }: Options = {}): ModulesStand {
  const running = new Set<WorkerHandle>()
  const waiting = new Set<() => void>()
  let started = 0
  const wake = () => {
    for (const look of [...waiting]) look()
  }
  const modules = createTokenModules({
    ...options,
    spawn: (kind, environment) => {
      const worker = spawn(kind, environment)
      started += 1
      running.add(worker)
      worker.onExit(() => {
        running.delete(worker)
        wake()
      })
      return worker
    },
    changed: wake,
  })
  const until: ModulesStand['until'] = (wanted) => {
    const { promise, resolve } = Promise.withResolvers<undefined>()
    const look = () => {
      if (!wanted(modules.states())) return
      waiting.delete(look)
      resolve(undefined)
    }
    waiting.add(look)
    look()
    return promise
  }
  return { modules, running: () => [...running], started: () => started, until }
}

/** Serial numbers of the tokens that are shown. */
export function serialNumbers(states: readonly ModuleState[]): readonly string[] {
  return states.flatMap(({ tokens }) => tokens.map(({ serialNumber }) => serialNumber))
}
