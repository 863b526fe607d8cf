import { AppError } from '../../../app-error.ts'
import type { ErrorCode } from '../../../../shared/error-codes.ts'
import type { TokenInput } from '../../../../shared/token/messages.ts'
import { DerError } from '../../../x509/der.ts'
import { readSm2Cipher, type Sm2Cipher } from '../../../x509/sm2-cipher.ts'
import { writeEccCipher } from '../layout/ecc-cipher.ts'
import { algorithmIds } from '../layout/enveloped-key.ts'
import type { ContainerHandle, KeyHandle } from '../native/handles.ts'
import { readHandle, readSized, writeNumber } from '../native/octets.ts'
import type { SkfCalls } from '../native/skf-calls.ts'
import { skfCodeOf } from '../skf-errors.ts'
import { quietly } from '../state/devices.ts'
import type { UnlockedPlace } from '../state/places.ts'
import { requireLayout } from '../state/require-layout.ts'
import type { SkfState } from '../state/skf-state.ts'
import { onceMore } from './once-more.ts'
import { openForLogin, pairOf } from './with-container.ts'

/**
 * SM4 in ECB mode under a key that is encrypted for the container's encryption key: the only decryption that GM/T
 * 0016-2012 knows. Native calls: SKF_ImportSessionKey, SKF_DecryptInit, SKF_Decrypt, SKF_CloseHandle. What was not
 * encrypted for this key is token.failed, or a text that makes no sense. Codes token.keyNotFound, token.unsupported.
 */
export function decrypt(state: SkfState, place: UnlockedPlace, { id, encrypted }: TokenInput<'decrypt'>): Uint8Array {
  const pair = pairOf(id)
  if (encrypted.algorithm !== 'sm2-sm4-ecb' || pair.role !== 'encryption') throw new AppError('token.unsupported')
  const { ulongOctets } = requireLayout(place.device)
  const blob = writeEccCipher(readCipher(encrypted.encryptedKey), ulongOctets)
  const container = openForLogin(state, place, pair)
  try {
    return onceMore(() =>
      withSessionKey(state.calls, { container, blob }, (key) => {
        state.calls.demand('SKF_DecryptInit', key, { ulongOctets, initialVector: new Uint8Array() })
        return decryptOctets(state.calls, key, encrypted.ciphertext)
      }),
    )
  } catch (thrown) {
    throw toRefusal(thrown)
  }
}

function readCipher(encryptedKey: Uint8Array): Sm2Cipher {
  try {
    return readSm2Cipher(encryptedKey)
  } catch (thrown) {
    if (!(thrown instanceof DerError)) throw thrown
    throw new AppError('token.failed', { details: { detail: 'der' }, cause: thrown })
  }
}

interface WrappedSessionKey {
  readonly container: ContainerHandle
  readonly blob: Uint8Array
}

function withSessionKey<Answer>(
  calls: SkfCalls,
  { container, blob }: WrappedSessionKey,
  use: (key: KeyHandle) => Answer,
): Answer {
  const handle = writeNumber()
  // Some libraries read a structure of fixed size, which is longer than what is in it.
  const octets = Buffer.concat([blob, Buffer.alloc(64)])
  calls.demand('SKF_ImportSessionKey', container, algorithmIds.sm4, octets, blob.length, handle)
  const key = readHandle('SKF_ImportSessionKey', handle) as KeyHandle
  try {
    return use(key)
  } finally {
    quietly(() => calls.ask('SKF_CloseHandle', key))
  }
}

function decryptOctets(calls: SkfCalls, key: KeyHandle, ciphertext: Uint8Array): Uint8Array {
  const call = (octets: Uint8Array, length: Uint8Array) =>
    calls.ask('SKF_Decrypt', key, ciphertext, ciphertext.length, octets, length)
  return readSized({ name: 'SKF_Decrypt', room: ciphertext.length + 64, call })
}

/** What is not about the octets. */
const otherReasons: readonly ErrorCode[] = [
  'token.unsupported',
  'token.keyNotFound',
  'token.notUnlocked',
  'token.absent',
]

function toRefusal(thrown: unknown): unknown {
  if (!(thrown instanceof AppError) || skfCodeOf(thrown) === undefined) return thrown
  const { code, details } = thrown.failure
  return otherReasons.includes(code) ? thrown : new AppError('token.failed', { details, cause: thrown })
}
