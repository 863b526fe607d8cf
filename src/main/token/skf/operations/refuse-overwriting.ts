import type { ContainerPair } from '../../../../shared/token/container-id.ts'
import { AppError } from '../../../app-error.ts'
import { readExactCertificate } from '../../../x509/certificate.ts'
import { nameKey } from '../native/name-list.ts'
import type { UnlockedPlace } from '../state/places.ts'
import type { SkfState } from '../state/skf-state.ts'
import { readKey, readStoredCertificate } from './read-key.ts'

/**
 * SKF writes over what is there without a word. A certificate of another key may only be replaced by one of the key that
 * the container holds. Native calls: none for a container that this login has made; else 1, and 1 more where another
 * certificate is there. Code token.failed (details.detail otherCertificate).
 */
export function refuseOverwritingCertificate(
  state: SkfState,
  place: UnlockedPlace,
  { pair, certificate }: { readonly pair: ContainerPair; readonly certificate: Uint8Array },
): void {
  if (pair.role === 'signing' && place.unlocked.made.has(nameKey(pair.container))) return
  const isThere = keyOfCertificate(readStoredCertificate(state, place, pair))
  const isNew = keyOfCertificate(certificate)
  if (isThere === undefined || (isNew !== undefined && isThere.equals(isNew))) return
  const held = readKey(state, place, pair)
  if (held === undefined || isNew === undefined || !Buffer.from(held.spki).equals(isNew)) throw otherCertificate()
}

/**
 * An encryption pair whose certificate is on the token opens what was encrypted for it: it may be replaced by itself only.
 * A pair without a certificate is what an earlier try has left. Native calls: 1.
 */
export function refuseOverwritingPair(
  state: SkfState,
  place: UnlockedPlace,
  { pair, spki }: { readonly pair: ContainerPair; readonly spki: Uint8Array },
): void {
  const certificate = readStoredCertificate(state, place, pair)
  if (certificate === undefined || keyOfCertificate(certificate)?.equals(spki) === true) return
  throw otherCertificate()
}

/** SPKI; undefined for what is no certificate. */
function keyOfCertificate(certificate: Uint8Array | undefined): Buffer | undefined {
  const spki = certificate === undefined ? undefined : readExactCertificate(certificate)?.publicKey.spki
  return spki === undefined ? undefined : Buffer.from(spki)
}

function otherCertificate(): AppError {
  return new AppError('token.failed', { details: { detail: 'otherCertificate' } })
}
