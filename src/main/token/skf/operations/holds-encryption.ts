import type { ContainerPair } from '../../../../shared/token/container-id.ts'
import { exportCertificate, exportPublicKey } from '../native/containers.ts'
import { isSkfCode, SAR, skfCodeOf } from '../skf-errors.ts'
import type { UnlockedPlace } from '../state/places.ts'
import type { SkfState } from '../state/skf-state.ts'
import { onceMore } from './once-more.ts'
import { openForLogin } from './with-container.ts'

/**
 * Does an encryption key, or its certificate, lie in this container? Only the codes that say "not there" count as that:
 * what goes with a container that is deleted does not come back. Native calls: 2.
 */
export function holdsEncryption(state: SkfState, place: UnlockedPlace, pair: ContainerPair): boolean {
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
