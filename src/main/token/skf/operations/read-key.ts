import type { ContainerPair } from '../../../../shared/token/container-id.ts'
import { AppError } from '../../../app-error.ts'
import { readExportedKey, type ExportedKey } from '../layout/public-key.ts'
import { exportCertificate, exportPublicKey } from '../native/containers.ts'
import { isSkfCode, SAR, skfCodeOf } from '../skf-errors.ts'
import { isAnswering } from '../state/devices.ts'
import type { UnlockedPlace } from '../state/places.ts'
import type { SkfState } from '../state/skf-state.ts'
import { openForLogin } from './with-container.ts'

/** The public key of a pair as the token tells it; undefined where there is none. Native calls: 1. */
export function readKey(state: SkfState, place: UnlockedPlace, pair: ContainerPair): ExportedKey | undefined {
  const container = openForLogin(state, place, pair)
  const blob = askTwice(state, place, () => exportPublicKey(state.calls, container, pair.role))
  if (blob === undefined) return undefined
  const key = readExportedKey(blob)
  if (key === undefined) throw new AppError('token.layoutUnknown', { details: { call: 'SKF_ExportPublicKey' } })
  return key
}

/** The certificate of a pair as it is stored; undefined where there is none. Native calls: 1. */
export function readStoredCertificate(
  state: SkfState,
  place: UnlockedPlace,
  pair: ContainerPair,
): Uint8Array | undefined {
  const container = openForLogin(state, place, pair)
  return askTwice(state, place, () => exportCertificate(state.calls, container, pair.role))
}

/**
 * "It is not there" has a code of its own, and some vendors another one. A code that nobody knows is asked for again: an
 * error that has passed gives the answer, and the same code from a device that is well is taken for "it is not there".
 */
function askTwice(
  state: SkfState,
  { device }: UnlockedPlace,
  read: () => Uint8Array | undefined,
): Uint8Array | undefined {
  try {
    return read()
  } catch (first) {
    if (skfCodeOf(first) === undefined || isSkfCode(first, SAR.deviceRemoved)) throw first
    try {
      return read()
    } catch (second) {
      if (skfCodeOf(second) !== skfCodeOf(first) || !isAnswering(state, device)) throw second
      return undefined
    }
  }
}
