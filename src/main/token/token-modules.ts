import { basename } from 'node:path'
import type { TokenSnapshot } from '../../shared/token/messages.ts'
import { AppError, toFailure } from '../app-error.ts'
import type { Deadlines } from './deadlines.ts'
import type { ModuleState } from './module-state.ts'
import { createTokenProcess, type TokenProcess } from './token-process.ts'
import type { SlowRequest } from './request-clock.ts'
import { watchToken, type StopWatching } from './token-watcher.ts'
import type { WorkerSpawner } from './worker-handle.ts'
import type { ChooseWorker } from './worker-kind.ts'

/** A module and what its process finds in its environment besides ours. */
interface ModuleSource {
  readonly path: string
  readonly environment?: Readonly<Record<string, string>>
}

/** The driver modules in use, each in its own process, and what they last told about their tokens. */
export interface TokenModules {
  /** Starts what is new in this list and stops what is no longer in it. */
  use(sources: readonly ModuleSource[]): void
  states(): readonly ModuleState[]
  /**
   * Asks every module again, also those that had failed. Never rejects: failures are states. `asked`: somebody wants it,
   * so also those that somebody stopped waiting for.
   */
  refresh(why?: 'asked'): Promise<void>
  /** The token with this serial number and the process that answers for it. Code token.absent. */
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
}

/** Told of a slow request, with what is known of where it goes; what it answers with is called when it is over. */
type OnSlowModule = (request: SlowRequest, module: ModuleState) => () => void

interface ModulesParts {
  readonly spawn: WorkerSpawner
  readonly deadlines?: Partial<Deadlines> | undefined
  /** Something that `states()` tells has changed. */
  readonly changed: () => void
  readonly onSlow?: OnSlowModule
  readonly chooseWorker?: ChooseWorker | undefined
  readonly now?: () => Date
}

export function createTokenModules(parts: ModulesParts): TokenModules {
  const modules = new Map<string, Module>()
  const remove = (path: string) => {
    modules.get(path)?.stopWatching()
    modules.get(path)?.process.stop()
    modules.delete(path)
  }
  return {
    use: (sources) => {
      for (const path of modules.keys()) if (!sources.some((source) => source.path === path)) remove(path)
      for (const source of sources) {
        if (!modules.has(source.path)) modules.set(source.path, startModule(source, parts))
      }
      parts.changed()
    },
    states: () => [...modules.values()].map(({ state }) => state),
    refresh: async (why) => {
      await Promise.all(
        [...modules.values()].map((module) => {
          module.process.reset(why === 'asked')
          return readTokens(module, parts)
        }),
      )
    },
    locate: (serialNumber) => locate([...modules.values()], serialNumber),
    pauseWatching: (path) => pause(modules.get(path), parts),
    stop: () => {
      for (const path of modules.keys()) remove(path)
    },
  }
}

function startModule({ path, ...environment }: ModuleSource, parts: ModulesParts): Module {
  const process = createTokenProcess({
    spawn: parts.spawn,
    chooseWorker: parts.chooseWorker,
    deadlines: parts.deadlines,
    modulePath: path,
    onSlow: (request) => parts.onSlow?.(request, module.state) ?? (() => undefined),
    ...environment,
  })
  const state: ModuleState = { path, name: basename(path), state: 'starting', tokens: [] }
  const module: Module = { state, process, stopWatching: () => undefined }
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

function locate(modules: readonly Module[], serialNumber: string): LocatedToken {
  for (const { state, process } of modules) {
    const token = state.tokens.find((candidate) => candidate.serialNumber === serialNumber)
    if (token !== undefined) return { path: state.path, process, token }
  }
  throw new AppError('token.absent')
}

function pause(module: Module | undefined, parts: ModulesParts): () => void {
  if (module === undefined) return () => undefined
  module.stopWatching()
  let paused = true
  return () => {
    if (paused) module.stopWatching = watch(module, parts)
    paused = false
  }
}
