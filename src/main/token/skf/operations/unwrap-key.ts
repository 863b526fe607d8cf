import { nameKey } from '../native/name-list.ts'
import { AppError } from '../../../app-error.ts'
import type { ErrorCode } from '../../../../shared/error-codes.ts'
import type { Sm2EnvelopedKey, TokenInput } from '../../../../shared/token/messages.ts'
import { DerError } from '../../../x509/der.ts'
import { readEnvelopedKey, type EnvelopedKey } from '../../../x509/sm2-enveloped-key.ts'
import { toSm2Spki } from '../../../x509/sm2-public-key.ts'
import { writeEnvelopedKey } from '../layout/enveloped-key.ts'
import { toSkfError } from '../skf-errors.ts'
import type { UnlockedPlace } from '../state/places.ts'
import { requireLayout } from '../state/require-layout.ts'
import type { SkfState } from '../state/skf-state.ts'
import { readKey } from './read-key.ts'
import { refuseOverwritingPair } from './refuse-overwriting.ts'
import { openForLogin, pairOf } from './with-container.ts'

/**
 * Puts an SM2 encryption pair into the container of the signing pair that it was wrapped for, and not over another one
 * that has a certificate. Native calls: SKF_ExportCertificate, SKF_ImportECCKeyPair, and SKF_ExportPublicKey, by which it is
 * seen to be there. The token takes the envelope as it came: no key is ever in clear on the host. Codes token.unsupported:
 * an algorithm that the token, or anybody, does not have; token.wrappedKeyRefused; token.keyNotFound; token.failed
 * (details.detail readBack, otherCertificate).
 */
export function unwrapKey(state: SkfState, place: UnlockedPlace, input: TokenInput<'unwrapKey'>): void {
  const { wrapped, unwrappingId, id } = input
  if (wrapped.keyEncryption !== 'sm2-enveloped') throw new AppError('token.unsupported')
  const [signing, encryption] = [pairOf(unwrappingId), pairOf(id)]
  const isOneContainer = nameKey(signing.container) === nameKey(encryption.container)
  if (!isOneContainer || signing.role !== 'signing' || encryption.role !== 'encryption') {
    throw new AppError('token.unsupported', { details: { detail: 'id' } })
  }
  const { ulongOctets } = requireLayout(place.device)
  const key = readEnvelope(wrapped)
  if (key.symmetric === undefined) throw new AppError('token.unsupported', { details: { detail: 'algorithm' } })
  const container = openForLogin(state, place, signing)
  const spki = toSm2Spki(Uint8Array.of(0x04, ...key.point))
  refuseOverwritingPair(state, place, { pair: encryption, spki })
  place.application.changed.add(nameKey(signing.container))
  // Some libraries read a structure of fixed size, which is longer than what is in it.
  const blob = Buffer.concat([writeEnvelopedKey(key, key.symmetric, ulongOctets), Buffer.alloc(64)])
  const code = state.calls.ask('SKF_ImportECCKeyPair', container, blob)
  if (code !== 0) throw toRefusal(code)
  const told = readKey(state, place, encryption)?.point
  if (told === undefined || !Buffer.from(told.subarray(1)).equals(key.point)) {
    throw new AppError('token.failed', { details: { call: 'SKF_ImportECCKeyPair', detail: 'readBack' } })
  }
}

function readEnvelope({ envelopedKey }: Sm2EnvelopedKey): EnvelopedKey {
  try {
    return readEnvelopedKey(envelopedKey)
  } catch (thrown) {
    if (!(thrown instanceof DerError)) throw thrown
    throw new AppError('token.wrappedKeyRefused', { details: { detail: 'der' }, cause: thrown })
  }
}

/** What is not about the octets. */
const otherReasons: readonly ErrorCode[] = [
  'token.unsupported',
  'token.keyNotFound',
  'token.notUnlocked',
  'token.noRoom',
  'token.absent',
  'token.timeout',
]

function toRefusal(code: number): AppError {
  const error = toSkfError('SKF_ImportECCKeyPair', code)
  if (otherReasons.includes(error.failure.code)) return error
  return new AppError('token.wrappedKeyRefused', { details: error.failure.details, cause: error })
}
