import type { Overview } from '../../shared/ipc/models.ts'

export type TokenState =
  | { readonly name: 'reading' | 'noModule' | 'failed' | 'absent' }
  | { readonly name: 'present'; readonly cardNumber: string }
  | { readonly name: 'several'; readonly count: number }

/** What can be said about the tokens; «absent» only when every module has answered. */
export function tokenState(overview: Overview | undefined): TokenState {
  if (overview === undefined) return { name: 'reading' }
  const [first, ...others] = overview.tokens
  if (first !== undefined) {
    return others.length === 0
      ? { name: 'present', cardNumber: first.cardNumber }
      : { name: 'several', count: overview.tokens.length }
  }
  if (!overview.complete) return { name: 'reading' }
  if (overview.modules.length === 0) return { name: 'noModule' }
  return { name: overview.modules.some(({ state }) => state === 'failed') ? 'failed' : 'absent' }
}
