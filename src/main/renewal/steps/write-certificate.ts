import type { ErrorCode } from '../../../shared/error-codes.ts'
import { AppError } from '../../app-error.ts'
import { readCertificate } from '../../x509/certificate.ts'
import { refuseEnvelope } from '../check-envelope.ts'
import { refuseEncryption, refuseIssued, type Expectation } from '../check-issued.ts'
import type { EntryOf } from '../journal-entry.ts'
import { toWrappedKey } from '../key-wrapping.ts'
import { entryOf, fromBase64 } from '../renewal-record.ts'
import type { RenewalWork } from '../renewal-work.ts'
import { isWritten } from './is-written.ts'
import { unwrapKey } from './unwrap-key.ts'

type IssuedEncryption = NonNullable<EntryOf<'issued'>['encryption']>

/**
 * issued → signing-written, or an issued.* code: then nothing was written. The encryption key comes first, because only
 * the token can tell whether it belongs to its certificate, and a pair that is refused is refused as a whole.
 */
export async function writeCertificate(work: RenewalWork): Promise<void> {
  const { signing, encryption } = entryOf(work.record(), 'issued')
  const { id, label } = entryOf(work.record(), 'key-intended')
  const certificate = fromBase64(signing)
  await work.run('check', () => checkIssued(work))
  const isThere = await isWritten(work, { id, certificate })
  const encryptionKey = encryption && (await work.run('unwrap-key', () => unwrapKey(work, encryption)))
  await work.run('write-signing', async () => {
    if (!isThere) await work.unlocked().writeCertificate({ id, label, certificate })
  })
  await work.enter({ state: 'signing-written', ...(encryptionKey === undefined ? {} : { encryptionKey }) })
}

function checkIssued(work: RenewalWork): void {
  const issued = entryOf(work.record(), 'issued')
  const expected = expectation(work, issued)
  const refusal = refuseIssued(fromBase64(issued.signing), expected)
  if (refusal !== undefined) throw new AppError(refusal)
  if (issued.encryption === undefined) return
  const encryptionRefusal = refuseEncryptionPair(issued.encryption, expected)
  if (encryptionRefusal !== undefined) throw new AppError(encryptionRefusal, { details: { usage: 'encryption' } })
}

function refuseEncryptionPair(encryption: IssuedEncryption, expected: Expectation): ErrorCode | undefined {
  const certificate = fromBase64(encryption.certificate)
  const refusal = refuseEncryption(certificate, expected)
  const wrapped = toWrappedKey(encryption)
  if (refusal !== undefined || wrapped?.keyEncryption !== 'sm2-enveloped') return refusal
  return refuseEnvelope(wrapped.envelopedKey, readCertificate(certificate))
}

function expectation(work: RenewalWork, { chain }: EntryOf<'issued'>): Expectation {
  return {
    old: readCertificate(fromBase64(work.record().started.oldCertificate)),
    publicKeySha256: entryOf(work.record(), 'key-made').publicKeySha256,
    chain: chain.map(fromBase64),
    trustedRoots: work.ports.trustedRoots(),
    now: work.ports.clock.now(),
  }
}
