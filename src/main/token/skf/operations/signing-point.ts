import type { ContainerPair } from '../../../../shared/token/container-id.ts'
import { AppError } from '../../../app-error.ts'
import { readExactCertificate } from '../../../x509/certificate.ts'
import { toSm2Point } from '../../../x509/sm2-public-key.ts'
import { nameKey } from '../native/name-list.ts'
import type { UnlockedPlace } from '../state/places.ts'
import type { SkfState } from '../state/skf-state.ts'
import { readKey } from './read-key.ts'

/**
 * The public key (uncompressed point) that the container's signing key should have. `listed`: as this login has seen it,
 * or its certificate says, without a call; `told`: as the token tells it now, 1 call. Code token.unsupported: it is no SM2 key.
 */
export function signingPoint(
  state: SkfState,
  place: UnlockedPlace,
  pair: ContainerPair,
  from: 'listed' | 'told',
): Uint8Array | undefined {
  const { application, unlocked } = place
  const key = nameKey(pair.container)
  if (from === 'told') {
    const told = readKey(state, place, pair)
    if (told === undefined) return undefined
    if (told.point === undefined) throw notSm2()
    unlocked.points.set(key, told.point)
    return told.point
  }
  const seen = unlocked.points.get(key)
  const certificate = application.containers?.get(key)?.certificates.signing
  if (seen !== undefined || certificate === undefined || application.changed.has(key)) return seen
  const publicKey = readExactCertificate(certificate)?.publicKey
  if (publicKey?.algorithm === 'rsa') throw notSm2()
  return publicKey === undefined ? undefined : toSm2Point(publicKey.spki)
}

function notSm2(): AppError {
  return new AppError('token.unsupported', { details: { detail: 'notSm2' } })
}
