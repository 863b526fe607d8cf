import type { ContainerPair } from '../../../../shared/token/container-id.ts'
import type { TokenOutput } from '../../../../shared/token/messages.ts'
import { readExactCertificate } from '../../../x509/certificate.ts'
import { toSm2Point } from '../../../x509/sm2-public-key.ts'
import { exportCertificate, exportPublicKey } from '../native/containers.ts'
import { isSkfCode, SAR, skfCodeOf } from '../skf-errors.ts'
import type { UnlockedPlace } from '../state/places.ts'
import type { SkfState } from '../state/skf-state.ts'
import { onceMore } from './once-more.ts'
import { readKey, readStoredCertificate } from './read-key.ts'
import { openForLogin } from './with-container.ts'

/**
 * Why a container may not be deleted for this certificate (DER): it, or the key beside it, is another one by now; or an
 * encryption key or its certificate would go too, or nobody can say that none would. A name is no proof: other tools write into
 * a container that is there. Undefined when it may go. Native calls: 4.
 */
export function whyKept(
  state: SkfState,
  place: UnlockedPlace,
  { pair, certificate }: { readonly pair: ContainerPair; readonly certificate: Uint8Array },
): TokenOutput<'removePair'>['kept'] {
  const stored = readStoredCertificate(state, place, pair)
  const spki = readExactCertificate(certificate)?.publicKey.spki
  const [key, point] = [readKey(state, place, pair)?.point, spki === undefined ? undefined : toSm2Point(spki)]
  if (stored === undefined || !Buffer.from(stored).equals(certificate)) return 'other'
  if (key === undefined || point === undefined || !Buffer.from(key).equals(point)) return 'other'
  return whyKeptForEncryption(state, place, pair)
}

/** Only the codes that say "not there" count as that: what goes with a container that is deleted does not come back. */
function whyKeptForEncryption(state: SkfState, place: UnlockedPlace, pair: ContainerPair) {
  const container = openForLogin(state, place, pair)
  let isUnclear = false
  for (const read of [exportPublicKey, exportCertificate]) {
    try {
      if (onceMore(() => read(state.calls, container, 'encryption')) !== undefined) return 'holds-more'
    } catch (thrown) {
      if (skfCodeOf(thrown) === undefined || isSkfCode(thrown, SAR.deviceRemoved, SAR.notLoggedIn)) throw thrown
      isUnclear = true
    }
  }
  return isUnclear ? 'unclear' : undefined
}
