import { basename } from 'node:path'
import type { Failure } from '../../shared/failure.ts'
import type { TokenSnapshot } from '../../shared/token/messages.ts'
import { AppError, toFailure } from '../app-error.ts'
import type { Deadlines } from './deadlines.ts'
import type { ModuleState, Quarantine } from './module-state.ts'
import { createModuleTrouble, type ModuleTrouble } from './module-trouble.ts'
import { quarantineFailure, quarantineFor } from './quarantine.ts'
import { createTokenProcess, type TokenProcess } from './token-process.ts'
import { watchToken, type StopWatching } from './token-watcher.ts'
import type { WorkerSpawner } from './worker-handle.ts'

/** A module and what its process finds in its environment besides ours. */
export interface ModuleSource {
  readonly path: string
  readonly environment?: Readonly<Record<string, string>>
  /** Why it is not even tried: it is listed as failed, and no process is started for it. */
  readonly refusal?: Failure | Quarantine | undefined
}

/** The driver modules in use, each in its own process, and what they last told about their tokens. */
export interface TokenModules {
  /** Starts what is new in this list and stops what is no longer in it. Of two that show a token the first one answers. */
  use(sources: readonly ModuleSource[]): void
  states(): readonly ModuleState[]
  /** Asks every module again, also those that had failed; not those that are refused. Never rejects: failures are states. */
  refresh(): Promise<void>
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
  readonly trouble: ModuleTrouble
  /** Not asked any more until it is put to use anew. */
  isRefused: boolean
  /** Somebody works with its token: what happens to its process is his to deal with. */
  isPaused: boolean
  stopWatching: StopWatching
}

interface ModulesParts {
  readonly spawn: WorkerSpawner
  readonly deadlines?: Partial<Deadlines> | undefined
  /** Something that `states()` tells has changed. */
  readonly changed: () => void
  readonly now?: () => Date
  readonly memory?: ModuleMemory | undefined
}

/** Who remembers what modules did. Without one a module that crashes is tried again and again. */
export interface ModuleMemory {
  /** The module has been stopped and is not started again by itself. */
  readonly quarantined: (path: string, quarantine: Quarantine) => void
  readonly answered: (path: string, tokens: readonly TokenSnapshot[]) => void
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
      for (const [path, module] of modules) if (!sources.some((wanted) => isSameUse(wanted, module))) remove(path)
      for (const source of sources) {
        const module = modules.get(source.path) ?? startModule(source, parts)
        // Taken out and put back: the order is that of the sources.
        modules.delete(source.path)
        modules.set(source.path, module)
      }
      parts.changed()
    },
    states: () => [...modules.values()].map(({ state }) => state),
    refresh: async () => {
      await Promise.all(
        [...modules.values()]
          .filter(({ isRefused }) => !isRefused)
          .map((module) => {
            module.process.reset()
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

/** What is refused no more, or has become so, is begun anew; why it was refused does not matter. */
function isSameUse({ path, refusal }: ModuleSource, { state, isRefused }: Module): boolean {
  return path === state.path && (refusal !== undefined) === isRefused
}

function startModule(source: ModuleSource, parts: ModulesParts): Module {
  const { path, environment, refusal } = source
  const now = parts.now ?? (() => new Date())
  const module: Module = {
    ...{ isRefused: refusal !== undefined, isPaused: false, trouble: createModuleTrouble(now) },
    process: createTokenProcess({
      ...{ spawn: parts.spawn, deadlines: parts.deadlines, modulePath: path, environment },
      onGone: (failure) => onGone(module, failure, { ...parts, now }),
    }),
    state: { path, name: basename(path), state: 'starting', tokens: [] },
    stopWatching: () => undefined,
  }
  if (refusal === undefined) module.stopWatching = watch(module, parts)
  else module.state = { ...module.state, ...refused(refusal) }
  return module
}

function refused(refusal: Failure | Quarantine): Pick<ModuleState, 'state' | 'failure' | 'quarantine'> {
  if ('code' in refusal) return { state: 'failed', failure: refusal }
  return { state: 'failed', failure: quarantineFailure(refusal), quarantine: refusal }
}

function onGone(module: Module, failure: Failure, { memory, changed, now }: ModulesParts & { now: () => Date }): void {
  if (memory === undefined || module.isPaused || module.isRefused) return
  const reason = module.trouble.ended(failure)
  if (reason === undefined) return
  const quarantine = quarantineFor(reason, failure, now())
  module.isRefused = true
  module.stopWatching()
  module.state = { path: module.state.path, name: module.state.name, tokens: [], ...refused(quarantine) }
  memory.quarantined(module.state.path, quarantine)
  changed()
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
    if (module.isRefused) return
    const { path, name } = module.state
    module.trouble.proven()
    parts.memory?.answered(path, tokens)
    module.state = { path, name, state: 'ready', tokens, readAt: parts.now?.() ?? new Date() }
    parts.changed()
  } catch (error) {
    setFailed(module, toFailure(error), parts)
  }
}

/** What a module told before it failed is not known to be true any more. */
function setFailed(module: Module, failure: ReturnType<typeof toFailure>, parts: ModulesParts): void {
  if (module.isRefused) return
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
  module.isPaused = true
  return () => {
    if (module.isPaused) module.stopWatching = watch(module, parts)
    module.isPaused = false
  }
}
