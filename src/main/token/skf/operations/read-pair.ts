import { readContainerId, type ContainerPair } from '../../../../shared/token/container-id.ts'
import type { TokenInput, TokenOutput } from '../../../../shared/token/messages.ts'
import { exportCertificate, exportPublicKey } from '../native/containers.ts'
import { nameKey } from '../native/name-list.ts'
import { isSkfCode, skfCodeOf, SAR } from '../skf-errors.ts'
import type { UnlockedPlace } from '../state/places.ts'
import type { SkfState } from '../state/skf-state.ts'
import { readKey, readStoredCertificate } from './read-key.ts'
import { onceMore } from './once-more.ts'
import { askNames, openForLogin } from './with-container.ts'

/**
 * Asks the token anew: this is what an interrupted renewal goes by. SKF never tells of a private key; a public one that it
 * tells is that of a pair. Native calls: SKF_EnumContainer, 2 for the pair, and 2 for what else lies in the container.
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
    ...(pair.role === 'signing' && holdsEncryption(state, place, pair) ? { holdsMore: true } : {}),
  }
}

/** A handle of a container that has gone meanwhile is closed: one of that name may come again. */
function isOnToken(state: SkfState, place: UnlockedPlace, { container }: ContainerPair): boolean {
  return askNames(state, place).has(nameKey(container))
}

/** Only the codes that say "not there" count as that: what goes with a container that is deleted does not come back. */
function holdsEncryption(state: SkfState, place: UnlockedPlace, pair: ContainerPair): boolean {
  const container = openForLogin(state, place, pair)
  return [exportPublicKey, exportCertificate].some((read) => {
    try {
      return onceMore(() => read(state.calls, container, 'encryption')) !== undefined
    } catch (thrown) {
      if (skfCodeOf(thrown) === undefined || isSkfCode(thrown, SAR.deviceRemoved, SAR.notLoggedIn)) throw thrown
      return true
    }
  })
}
