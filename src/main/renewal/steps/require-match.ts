import { randomBytes } from 'node:crypto'
import type { Encrypted } from '../../../shared/token/messages.ts'
import { AppError, hasCode } from '../../app-error.ts'
import { readCertificate } from '../../x509/certificate.ts'
import { encryptForKey } from '../../x509/encrypt-for-key.ts'
import type { EntryOf } from '../journal-entry.ts'
import { entryOf, fromBase64 } from '../renewal-record.ts'
import type { RenewalWork } from '../renewal-work.ts'

type IssuedEncryption = NonNullable<EntryOf<'issued'>['encryption']>

/**
 * A decryption round trip; the certificate's public key is used, and the token's private key. Code
 * issued.encryptionKeyMismatch: they are no pair, and the private key is gone again; in a container it goes with the
 * signing pair, when the order is given up for this.
 */
export async function requireMatch(
  work: RenewalWork,
  { id, certificate }: Pick<IssuedEncryption, 'id' | 'certificate'>,
): Promise<void> {
  const secret = randomBytes(32)
  const encrypted = await encryptForKey(readCertificate(fromBase64(certificate)).publicKey, secret)
  if (encrypted !== undefined && (await decrypts(work, { id, encrypted, secret }))) return
  await work.unlocked().removePair(id)
  throw new AppError('issued.encryptionKeyMismatch')
}

/** Some tokens have no better word for nonsense than for a broken device; but one that still signs is not broken. */
export async function requireWorkingToken(work: RenewalWork): Promise<void> {
  await work.unlocked().sign(entryOf(work.record(), 'key-intended').id, randomBytes(32))
}

interface RoundTrip {
  readonly id: string
  readonly encrypted: Encrypted
  readonly secret: Uint8Array
}

async function decrypts(work: RenewalWork, { id, encrypted, secret }: RoundTrip): Promise<boolean> {
  try {
    return Buffer.from(await work.unlocked().decrypt(id, encrypted)).equals(secret)
  } catch (error) {
    if (!mayBeNonsense(error)) throw error
    await requireWorkingToken(work)
    return false
  }
}

const paddingRefusals = [
  'ENCRYPTED_DATA_INVALID',
  'ENCRYPTED_DATA_LEN_RANGE',
  'DATA_INVALID',
  'GENERAL_ERROR',
  'FUNCTION_FAILED',
]

/** By SKF every vendor has a code of its own for it; that a key is absent or not unlocked has a code of ours. */
function mayBeNonsense(error: unknown): boolean {
  const details = error instanceof AppError ? error.failure.details : undefined
  if (typeof details?.['skf'] === 'string') return hasCode(error, 'token.failed')
  const ckr = details?.['ckr']
  return typeof ckr === 'string' && paddingRefusals.some((name) => ckr === `CKR_${name}`)
}
