import type { ModuleState, ShownToken } from './module-state.ts'
import { isSameToken } from './same-key.ts'
import { shareBetweenInterfaces } from './share-between-interfaces.ts'

/** The path of the module that has answered for this token before, where that is known. */
export type PreferredModule = (serialNumber: string) => string | undefined

/**
 * The same states, where a token that several modules of one interface show is left to one of them: the one that has
 * answered for it before, else the one that shows more certificates, else the first. What is left of two interfaces is
 * shared between them.
 */
export function showTokensOnce(states: readonly ModuleState[], preferred: PreferredModule): readonly ModuleState[] {
  const shown = states.flatMap(({ path, interface: spoken = 'pkcs11', tokens }) =>
    tokens.map((token) => ({ path, spoken, token })),
  )
  const rankOf = ({ path, token }: Shown): number =>
    preferred(token.serialNumber) === path ? Number.POSITIVE_INFINITY : token.certificates.length
  const isLeftOut = (one: Shown, place: number): boolean =>
    shown.some((other, otherPlace) => {
      if (other.path === one.path || other.spoken !== one.spoken || !isSameToken(other.token, one.token)) return false
      const [mine, its] = [rankOf(one), rankOf(other)]
      return its === mine ? otherPlace < place : its > mine
    })
  const leftOut = new Set(shown.filter(isLeftOut).map(({ token }) => token))
  return shareBetweenInterfaces(
    states.map((state) => ({ ...state, tokens: state.tokens.filter((token) => !leftOut.has(token)) })),
  )
}

interface Shown {
  readonly path: string
  readonly spoken: string
  readonly token: ShownToken
}
