import type { TokenSnapshot } from '../../shared/token/messages.ts'
import { AppError } from '../app-error.ts'
import type { ModuleState } from './module-state.ts'
import {
  startModule,
  type ModuleParts,
  type ModuleSource,
  type RefreshReason,
  type TokenModule,
} from './token-module.ts'
import type { TokenProcess } from './token-process.ts'
import { showTokensOnce, type PreferredModule } from './unique-tokens.ts'

/** The driver modules in use, each in its own process, and what they last told about their tokens. */
export interface TokenModules {
  /** Starts what is new in this list and stops what is no longer in it; the order is that of the list. */
  use(sources: readonly ModuleSource[]): void
  /** A token that several modules show is told by one of them only. */
  states(): readonly ModuleState[]
  /**
   * Asks every module again, also those that had failed; not those that are refused. Never rejects: failures are states.
   */
  refresh(why?: RefreshReason): Promise<void>
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

interface ModulesParts extends ModuleParts {
  readonly preferredModule?: PreferredModule | undefined
}

export function createTokenModules(parts: ModulesParts): TokenModules {
  const modules = new Map<string, TokenModule>()
  const all = () => [...modules.values()]
  const states = () => statesOf(all(), parts)
  const remove = (path: string) => {
    modules.get(path)?.stop()
    modules.delete(path)
  }
  return {
    use: (sources) => {
      for (const [path, module] of modules) if (!sources.some((wanted) => isSameUse(wanted, module))) remove(path)
      // Put in anew: the order is that of the sources.
      const used = sources.map((source) => modules.get(source.path) ?? startModule(source, parts))
      modules.clear()
      for (const module of used) modules.set(module.path, module)
      parts.changed()
    },
    states,
    refresh: async (why) => {
      await Promise.all(all().map((module) => module.refresh(why)))
    },
    reopen: async () => {
      await Promise.all(all().map((module) => module.reopen()))
    },
    locate: (serialNumber) => {
      const { path, token } = find(states(), serialNumber)
      const process = modules.get(path)?.process
      if (process === undefined) throw new AppError('token.absent')
      return { path, process, token }
    },
    pauseWatching: (path) => modules.get(path)?.pauseWatching() ?? (() => undefined),
    stop: () => {
      for (const path of modules.keys()) remove(path)
    },
  }
}

function statesOf(
  modules: readonly TokenModule[],
  { preferredModule = () => undefined }: ModulesParts,
): readonly ModuleState[] {
  return showTokensOnce(
    modules.map((module) => module.state()),
    preferredModule,
  )
}

/** What is refused no more, or has become so, is begun anew; why it was refused does not matter. */
function isSameUse({ path, refusal }: ModuleSource, module: TokenModule): boolean {
  return path === module.path && (refusal !== undefined) === module.isRefused()
}

function find(states: readonly ModuleState[], serialNumber: string): Omit<LocatedToken, 'process'> {
  const [first, second] = states.flatMap(({ path, tokens }) =>
    tokens.filter((token) => token.serialNumber === serialNumber).map((token) => ({ path, token })),
  )
  if (first === undefined) throw new AppError('token.absent')
  if (second !== undefined) throw new AppError('token.sameSerial')
  return first
}
