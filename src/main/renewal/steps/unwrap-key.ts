import type { Failure } from '../../../shared/failure.ts'
import { AppError, hasCode, toFailure } from '../../app-error.ts'
import type { EntryOf } from '../journal-entry.ts'
import { toWrappedKey } from '../key-wrapping.ts'
import { entryOf } from '../renewal-record.ts'
import type { RenewalWork } from '../renewal-work.ts'
import { requireMatch, requireWorkingToken } from './require-match.ts'

type IssuedEncryption = NonNullable<EntryOf<'issued'>['encryption']>
type EncryptionKey = NonNullable<EntryOf<'signing-written'>['encryptionKey']>

/**
 * The encryption key, unwrapped on the token and proven: it decrypts what was encrypted for its certificate. A token that
 * cannot take it is left with the old one. Code issued.encryptionKeyMismatch: the key is not that of the certificate, and
 * nothing of it is left.
 */
export async function unwrapKey(work: RenewalWork, encryption: IssuedEncryption): Promise<EncryptionKey> {
  const wrapped = toWrappedKey(encryption)
  if (wrapped === undefined) {
    return skipped({ code: 'token.unsupported', details: { wrapping: encryption.wrapping.slice(0, 64) } })
  }
  const { id: unwrappingId, label } = entryOf(work.record(), 'key-intended')
  const token = work.unlocked()
  if (!token.hasMade(encryption.id)) {
    await removeInterrupted(work, encryption.id)
    try {
      await token.unwrapKey({ id: encryption.id, label, unwrappingId, wrapped })
    } catch (error) {
      if (hasCode(error, 'token.unsupported') || hasCode(error, 'token.keyExposed')) return skipped(toFailure(error))
      if (hasCode(error, 'token.wrappedKeyRefused')) await refuseMismatch(work)
      throw error
    }
  }
  await requireMatch(work, encryption)
  return { outcome: 'unwrapped' }
}

function skipped(failure: Failure): EncryptionKey {
  return { outcome: 'skipped', failure }
}

/** What an earlier life left, whole or half; the wrapped key is in the journal, so nothing is lost with it. */
async function removeInterrupted(work: RenewalWork, id: string): Promise<void> {
  const token = work.unlocked()
  // The signing pair was made by this very login: there was no earlier life.
  if (token.hasMade(entryOf(work.record(), 'key-intended').id)) return
  await token.removePair(id)
  await token.removeNameless()
}

/** Octets that are no key for the token: the platform's fault, unless the token is in trouble itself. */
async function refuseMismatch(work: RenewalWork): Promise<never> {
  await requireWorkingToken(work)
  throw new AppError('issued.encryptionKeyMismatch')
}
