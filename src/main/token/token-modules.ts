import type { KeyReport } from '../../shared/token/key-report.ts'
import type { TokenInterface } from '../../shared/token/messages.ts'
import { AppError } from '../app-error.ts'
import { findToken } from './find-token.ts'
import type { ModuleState, ShownToken } from './module-state.ts'
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
  /** What each module tells, whatever others tell of the same token. */
  told(): readonly ModuleState[]
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
   * The token with this serial number and the process that answers for it; of a key with two interfaces the one that works
   * with this public key (hex SHA-256 of its SPKI). Codes token.absent, and token.sameSerial: two tokens have it, and a PIN
   * must not reach the other one.
   */
  locate(serialNumber: string, publicKeySha256?: string): LocatedToken
  /**
   * Stops polling a module while somebody works with its token; ended by what it answers with. What stands alongside is
   * asked nothing at all meanwhile: the key is in use, and its answers would be about a moment in between.
   */
  pauseWatching(path: string, alongside?: readonly string[]): () => void
  /** What the library at this path tells without a PIN: see TokenModule. */
  report(path: string): Promise<KeyReport | undefined>
  stop(): void
}

export interface LocatedToken {
  readonly path: string
  readonly process: TokenProcess
  readonly interface: TokenInterface
  readonly token: ShownToken
  /** Every serial number that the key is known by; a claim on it is by all of them. */
  readonly serialNumbers: readonly string[]
  /** The modules of the other interface that tell of the same key. */
  readonly alongside: readonly string[]
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
    told: () => all().map((module) => module.state()),
    report: async (path) => modules.get(path)?.report(),
    refresh: async (why) => {
      await Promise.all(all().map((module) => module.refresh(why)))
    },
    reopen: async () => {
      await Promise.all(all().map((module) => module.reopen()))
    },
    ...byKey(modules, states),
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

function byKey(
  modules: ReadonlyMap<string, TokenModule>,
  states: () => readonly ModuleState[],
): Pick<TokenModules, 'locate' | 'pauseWatching'> {
  return {
    locate: (serialNumber, publicKeySha256) => {
      const { path, spoken, token } = findToken(states(), serialNumber, publicKeySha256)
      const process = modules.get(path)?.process
      if (process === undefined) throw new AppError('token.absent')
      const serialNumbers = [...new Set([serialNumber, ...(token.alsoKnownAs ?? [])])]
      const alongside = [...modules.values()].map((module) => module.state()).filter(tellsOf(serialNumbers, spoken))
      return { path, process, interface: spoken, token, serialNumbers, alongside: alongside.map((state) => state.path) }
    },
    pauseWatching: (path, alongside = []) => {
      const resumes = [modules.get(path)?.pauseWatching(), ...alongside.map((other) => modules.get(other)?.hold())]
      return () => {
        for (const resume of resumes) resume?.()
      }
    },
  }
}

/** By the other interface than this one. */
function tellsOf(serialNumbers: readonly string[], spoken: TokenInterface): (state: ModuleState) => boolean {
  return ({ interface: other = 'pkcs11', tokens }) =>
    other !== spoken && tokens.some(({ serialNumber }) => serialNumbers.includes(serialNumber))
}

/** What is refused no more, has become so, or is spoken to otherwise, is begun anew; why it was refused does not matter. */
function isSameUse({ path, refusal, interface: spoken }: ModuleSource, module: TokenModule): boolean {
  const isSpokenToAlike = (spoken ?? 'pkcs11') === (module.state().interface ?? 'pkcs11')
  return path === module.path && isSpokenToAlike && (refusal !== undefined) === module.isRefused()
}
