import { basename } from 'node:path'
import type { TokenSnapshot } from '../../shared/token/messages.ts'
import { AppError, toFailure } from '../app-error.ts'
import type { Deadlines } from './deadlines.ts'
import type { ModuleState } from './module-state.ts'
import { createTokenProcess, type TokenProcess } from './token-process.ts'
import { watchToken, type StopWatching } from './token-watcher.ts'
import { showTokensOnce, type PreferredModule } from './unique-tokens.ts'
import type { WorkerSpawner } from './worker-handle.ts'

/** A module and what its process finds in its environment besides ours. */
interface ModuleSource {
  readonly path: string
  readonly environment?: Readonly<Record<string, string>>
}

/** The driver modules in use, each in its own process, and what they last told about their tokens. */
export interface TokenModules {
  /** Starts what is new in this list and stops what is no longer in it. */
  use(sources: readonly ModuleSource[]): void
  /** A token that several modules show is told by one of them only. */
  states(): readonly ModuleState[]
  /** Asks every module again, also those that had failed. Never rejects: failures are states. */
  refresh(): Promise<void>
  /**
   * Starts every worker anew: after a sleep a vendor's handles may lead to nothing. A module whose token is being worked
   * with is left alone until that has ended.
   */
  reopen(): Promise<void>
  /**
   * The token with this serial number and the process that answers for it. Codes token.absent, and token.sameSerial: two
   * tokens have it, and a PIN must not reach the other one.
   */
  locate(serialNumber: string): LocatedToken
  /** Stops polling a module while somebody works with its token; ended by what it answers with. */
  pauseWatching(path: string): () => void
  stop(): void
}

export interface LocatedToken {
  readonly path: string
  readonly process: TokenProcess
  readonly token: TokenSnapshot
}

interface Module {
  state: ModuleState
  readonly process: TokenProcess
  stopWatching: StopWatching
  /** How many work with its tokens: it is not polled meanwhile. */
  pauses: number
  /** The computer has slept since; the worker is to be replaced when the work has ended. */
  isStale: boolean
}

interface ModulesParts {
  readonly spawn: WorkerSpawner
  readonly deadlines?: Partial<Deadlines> | undefined
  /** Something that `states()` tells has changed. */
  readonly changed: () => void
  readonly preferredModule?: PreferredModule
  readonly now?: () => Date
}

export function createTokenModules(parts: ModulesParts): TokenModules {
  const modules = new Map<string, Module>()
  const remove = (path: string) => {
    modules.get(path)?.stopWatching()
    modules.get(path)?.process.stop()
    modules.delete(path)
  }
  const all = () => [...modules.values()]
  const states = () =>
    showTokensOnce(
      all().map(({ state }) => state),
      parts.preferredModule ?? (() => undefined),
    )
  return {
    use: (sources) => {
      for (const path of modules.keys()) if (!sources.some((source) => source.path === path)) remove(path)
      for (const source of sources) {
        if (!modules.has(source.path)) modules.set(source.path, startModule(source, parts))
      }
      parts.changed()
    },
    states,
    refresh: async () => {
      await Promise.all(
        all().map((module) => {
          module.process.reset()
          return readTokens(module, parts)
        }),
      )
    },
    reopen: async () => {
      await Promise.all(all().map((module) => reopen(module, parts)))
    },
    locate: (serialNumber) => locate(states(), modules, serialNumber),
    pauseWatching: (path) => pause(modules.get(path), parts),
    stop: () => {
      for (const path of modules.keys()) remove(path)
    },
  }
}

function startModule({ path, ...environment }: ModuleSource, parts: ModulesParts): Module {
  const process = createTokenProcess({
    spawn: parts.spawn,
    deadlines: parts.deadlines,
    modulePath: path,
    ...environment,
  })
  const state: ModuleState = { path, name: basename(path), state: 'starting', tokens: [] }
  const module: Module = { state, process, stopWatching: () => undefined, pauses: 0, isStale: false }
  module.stopWatching = watch(module, parts)
  return module
}

function watch(module: Module, parts: ModulesParts): StopWatching {
  return watchToken({
    poll: () => module.process.request('poll', {}),
    onChange: (seen) => {
      if (seen.kind === 'failed') setFailed(module, seen.failure, parts)
      else void readTokens(module, parts)
    },
  })
}

async function readTokens(module: Module, parts: ModulesParts): Promise<void> {
  try {
    const { tokens } = await module.process.request('list', {})
    const { path, name } = module.state
    module.state = { path, name, state: 'ready', tokens, readAt: parts.now?.() ?? new Date() }
    parts.changed()
  } catch (error) {
    setFailed(module, toFailure(error), parts)
  }
}

/** What a module told before it failed is not known to be true any more. */
function setFailed(module: Module, failure: ReturnType<typeof toFailure>, parts: ModulesParts): void {
  const { path, name } = module.state
  module.state = { path, name, state: 'failed', failure, tokens: [] }
  parts.changed()
}

function reopen(module: Module, parts: ModulesParts): Promise<void> {
  module.isStale = module.pauses > 0
  if (module.isStale) return Promise.resolve()
  module.stopWatching()
  module.process.stop()
  module.process.reset()
  module.stopWatching = watch(module, parts)
  return readTokens(module, parts)
}

function locate(
  states: readonly ModuleState[],
  modules: ReadonlyMap<string, Module>,
  serialNumber: string,
): LocatedToken {
  const found = states.flatMap(({ path, tokens }) =>
    tokens.filter((token) => token.serialNumber === serialNumber).map((token) => ({ path, token })),
  )
  const [first, second] = found
  const process = first === undefined ? undefined : modules.get(first.path)?.process
  if (first === undefined || process === undefined) throw new AppError('token.absent')
  if (second !== undefined) throw new AppError('token.sameSerial')
  return { ...first, process }
}

function pause(module: Module | undefined, parts: ModulesParts): () => void {
  if (module === undefined) return () => undefined
  if (module.pauses === 0) module.stopWatching()
  module.pauses += 1
  let isOver = false
  return () => {
    if (isOver) return
    isOver = true
    module.pauses -= 1
    if (module.pauses === 0) watchAgain(module, parts)
  }
}

function watchAgain(module: Module, parts: ModulesParts): void {
  if (module.isStale) module.process.stop()
  module.isStale = false
  module.stopWatching = watch(module, parts)
}
