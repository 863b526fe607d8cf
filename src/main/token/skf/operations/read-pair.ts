import { readContainerId, type ContainerPair } from '../../../../shared/token/container-id.ts'
import type { TokenInput, TokenOutput } from '../../../../shared/token/messages.ts'
import { nameKey } from '../native/name-list.ts'
import type { UnlockedPlace } from '../state/places.ts'
import type { SkfState } from '../state/skf-state.ts'
import { readKey, readStoredCertificate } from './read-key.ts'
import { askNames } from './with-container.ts'

/**
 * Asks the token anew: this is what an interrupted renewal goes by. SKF never tells of a private key; a public one that it
 * tells is that of a pair. Native calls: SKF_EnumContainer, and 2 for the pair.
 */
export function readPair(
  state: SkfState,
  place: UnlockedPlace,
  { id }: TokenInput<'readPair'>,
): TokenOutput<'readPair'> {
  const pair = readContainerId(id)
  if (pair === undefined || !isOnToken(state, place, pair)) return { hasPrivateKey: false }
  const [key, certificate] = [readKey(state, place, pair), readStoredCertificate(state, place, pair)]
  return {
    ...(certificate === undefined ? {} : { certificate }),
    ...(key === undefined ? {} : { publicKey: key.spki }),
    hasPrivateKey: key !== undefined,
  }
}

/** A handle of a container that has gone meanwhile is closed: one of that name may come again. */
function isOnToken(state: SkfState, place: UnlockedPlace, { container }: ContainerPair): boolean {
  return askNames(state, place).has(nameKey(container))
}
