import type { TokenSnapshot } from '../../shared/token/messages.ts'
import type { ModuleState } from './module-state.ts'

/** The path of the module that has answered for this token before, where that is known. */
export type PreferredModule = (serialNumber: string) => string | undefined

/**
 * The same states, where a token that several modules show is left to one of them: the one that has answered for it
 * before, else the one that shows more certificates, else the first.
 *
 * A serial number alone does not make two tokens the same one: some vendors give it to a whole batch. The label or a
 * certificate has to agree as well; two that do not stay two.
 */
export function showTokensOnce(states: readonly ModuleState[], preferred: PreferredModule): readonly ModuleState[] {
  const shown = states.flatMap(({ path, tokens }) => tokens.map((token) => ({ path, token })))
  const rankOf = ({ path, token }: Shown): number =>
    preferred(token.serialNumber) === path ? Number.POSITIVE_INFINITY : token.certificates.length
  const isLeftOut = (one: Shown, place: number): boolean =>
    shown.some((other, otherPlace) => {
      if (other.path === one.path || !isSameToken(other.token, one.token)) return false
      const [mine, its] = [rankOf(one), rankOf(other)]
      return its === mine ? otherPlace < place : its > mine
    })
  const leftOut = new Set(shown.filter(isLeftOut).map(({ token }) => token))
  return states.map((state) => ({ ...state, tokens: state.tokens.filter((token) => !leftOut.has(token)) }))
}

interface Shown {
  readonly path: string
  readonly token: TokenSnapshot
}

function isSameToken(one: TokenSnapshot, other: TokenSnapshot): boolean {
  if (one.serialNumber === '' || one.serialNumber !== other.serialNumber) return false
  return one.label === other.label || one.certificates.some((certificate) => holds(other, certificate.value))
}

function holds({ certificates }: TokenSnapshot, value: Uint8Array): boolean {
  return value.length > 0 && certificates.some((certificate) => Buffer.from(certificate.value).equals(value))
}
