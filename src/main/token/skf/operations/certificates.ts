import type { TokenInput, TokenOutput } from '../../../../shared/token/messages.ts'
import { importCertificate } from '../native/containers.ts'
import { nameKey } from '../native/name-list.ts'
import type { UnlockedPlace } from '../state/places.ts'
import { requireLayout } from '../state/require-layout.ts'
import type { SkfState } from '../state/skf-state.ts'
import { readStoredCertificate } from './read-key.ts'
import { refuseOverwritingCertificate } from './refuse-overwriting.ts'
import { askNames, openForLogin, pairOf } from './with-container.ts'

/**
 * Into a container that is there, and not over the certificate of another key. Native calls: SKF_ImportCertificate, and
 * those of refuse-overwriting.ts. Codes token.keyNotFound, token.layoutUnknown, token.failed (details.detail
 * otherCertificate).
 */
export function writeCertificate(
  state: SkfState,
  place: UnlockedPlace,
  { id, certificate }: TokenInput<'writeCertificate'>,
): void {
  requireLayout(place.device)
  const pair = pairOf(id)
  const container = openForLogin(state, place, pair)
  refuseOverwritingCertificate(state, place, { pair, certificate })
  place.application.changed.add(nameKey(pair.container))
  importCertificate(state.calls, container, { role: pair.role, certificate })
}

/** As the token holds it now. Native calls: SKF_ExportCertificate. */
export function readCertificate(
  state: SkfState,
  place: UnlockedPlace,
  { id }: TokenInput<'readCertificate'>,
): TokenOutput<'readCertificate'> {
  const pair = pairOf(id)
  const key = nameKey(pair.container)
  if (!place.unlocked.names.has(key) && !askNames(state, place).has(key)) return {}
  const certificate = readStoredCertificate(state, place, pair)
  return certificate === undefined ? {} : { certificate }
}
