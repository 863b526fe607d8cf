import type { Overview, Renewal } from '../../shared/ipc/models.ts'
import { isKnownAs } from '../../shared/is-known-as.ts'

/** Where the token of a renewal is. `driver`: no driver answers, so nobody knows. `unknown`: it is being looked for. */
export type TokenPlace = 'here' | 'absent' | 'other' | 'driver' | 'unknown'

export function tokenPlace(overview: Overview | undefined, { tokenSerialNumber }: Renewal): TokenPlace {
  if (overview === undefined) return 'unknown'
  const { tokens, modules, complete } = overview
  if (tokens.some((token) => isKnownAs(token, tokenSerialNumber))) return 'here'
  if (!complete) return 'unknown'
  if (tokens.length > 0) return 'other'
  return modules.some(({ state }) => state === 'ready') ? 'absent' : 'driver'
}
