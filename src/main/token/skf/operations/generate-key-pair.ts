import { AppError } from '../../../app-error.ts'
import type { TokenInput } from '../../../../shared/token/messages.ts'
import { toSm2Spki } from '../../../x509/sm2-public-key.ts'
import { readEccPublicKey } from '../layout/ecc-public-key.ts'
import { createContainer } from '../native/containers.ts'
import { nameKey } from '../native/name-list.ts'
import { requireLayout } from '../state/require-layout.ts'
import type { UnlockedPlace } from '../state/places.ts'
import type { SkfState } from '../state/skf-state.ts'
import { askNames, pairOf } from './with-container.ts'

/** SGD_SM2_1, the only one that SKF_GenECCKeyPair makes. */
const signingKeys = 0x20100
const blobRoom = 512

/**
 * Makes a container and an SM2 signing pair in it. Native calls: SKF_CreateContainer, SKF_GenECCKeyPair, and
 * SKF_EnumContainer before where other programs are not kept away. SKF_GenECCKeyPair replaces a pair that is there without
 * a word, so it is only ever called for a container that was made here just now. After an error what was begun stays: it
 * is known by its name, and removed by it. Codes token.unsupported for another key than SM2; token.failed (details.detail
 * containerExists); token.layoutUnknown.
 */
export function generateKeyPair(
  state: SkfState,
  place: UnlockedPlace,
  input: TokenInput<'generateKeyPair'>,
): Uint8Array {
  const { calls } = state
  const { device, application, unlocked } = place
  const { container, role } = pairOf(input.id)
  if (input.keyType !== 'sm2' || role !== 'signing') {
    throw new AppError('token.unsupported', { details: { keyType: input.keyType, role } })
  }
  const { ulongOctets } = requireLayout(device)
  const key = nameKey(container)
  const names = unlocked.isReserved ? unlocked.names : askNames(state, place)
  if (names.has(key)) throw new AppError('token.failed', { details: { detail: 'containerExists' } })
  application.changed.add(key)
  const handle = createContainer(calls, application.handle, container)
  unlocked.names.add(key)
  unlocked.made.add(key)
  unlocked.open.set(key, handle)
  const blob = Buffer.alloc(blobRoom)
  calls.demand('SKF_GenECCKeyPair', handle, signingKeys, blob)
  const point = readEccPublicKey(blob, ulongOctets)
  if (point === undefined)
    throw new AppError('token.layoutUnknown', { details: { call: 'SKF_GenECCKeyPair', ulongOctets } })
  unlocked.points.set(key, point)
  return toSm2Spki(point)
}
