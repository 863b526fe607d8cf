import { toFailure } from '../app-error.ts'
import type { ModuleState } from '../token/module-state.ts'
import type { TokenClaims } from '../token/token-claims.ts'
import type { TokenModules } from '../token/token-modules.ts'
import { describeModule, type Answer } from './describe-module.ts'

export interface ReportedDesk {
  readonly modules: Pick<TokenModules, 'states' | 'told' | 'report'>
  /** A key that somebody works with is not asked, and nobody logs in to one that is. */
  readonly claims: Pick<TokenClaims, 'claim'>
  /** Hides in a text what may not be in the log either. */
  readonly redact: (text: string) => string
}

/**
 * What the libraries of this computer and the keys behind them answer without a PIN: nothing is written, neither on a key nor
 * anywhere else. One after the other; one that hangs, crashes, or is at work is told as that, and the others come all the same.
 */
export async function collectKeyReport({ modules, claims, redact }: ReportedDesk): Promise<readonly unknown[]> {
  const described: unknown[] = []
  for (const module of modules.told()) {
    const answer = module.interface === 'skf' ? await ask(module, { modules, claims }) : {}
    described.push(describeModule(module, answer, redact))
  }
  return described
}

async function ask(module: ModuleState, { modules, claims }: Omit<ReportedDesk, 'redact'>): Promise<Answer> {
  let release: (() => void) | undefined
  try {
    release = claims.claim(serialNumbersOf(module, modules.states()))
    return { report: await modules.report(module.path) }
  } catch (thrown) {
    return { failure: toFailure(thrown) }
  } finally {
    release?.()
  }
}

/** By every name of every key that this module tells of. */
function serialNumbersOf({ tokens }: ModuleState, shown: readonly ModuleState[]): readonly string[] {
  const own = tokens.map(({ serialNumber }) => serialNumber)
  const related = shown
    .flatMap((state) => state.tokens)
    .map(({ serialNumber, alsoKnownAs = [] }) => [serialNumber, ...alsoKnownAs])
    .filter((names) => names.some((name) => own.includes(name)))
  return [...new Set([...own, ...related.flat()])]
}
