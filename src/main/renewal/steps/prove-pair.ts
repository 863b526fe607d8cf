import { randomBytes } from 'node:crypto'
import { AppError } from '../../app-error.ts'
import { readCertificate } from '../../x509/certificate.ts'
import { isTextSignedBy } from '../../x509/verify-text.ts'
import { entryOf, fromBase64, interfaceOf } from '../renewal-record.ts'
import type { RenewalWork } from '../renewal-work.ts'
import { requireMatch } from './require-match.ts'

/**
 * → proved: the certificates are read back from the token, and a signature that the new key makes now verifies with the
 * signing certificate. Only what the token answered is used.
 */
export async function provePair(work: RenewalWork): Promise<void> {
  const { id } = entryOf(work.record(), 'key-intended')
  const { signing, encryption } = entryOf(work.record(), 'issued')
  const readBack = await work.run('read-back', async () => {
    if (encryption !== undefined && isTaken(work)) await proveEncryption(work, encryption)
    return readBackCertificate(work, id, signing)
  })
  await work.run('prove', async () => {
    const challenge = randomBytes(32)
    const signature = await work.unlocked().sign(id, challenge)
    const { publicKey } = readCertificate(readBack)
    if (!isTextSignedBy(publicKey, challenge, signature)) throw new AppError('renewal.proofFailed')
  })
  await work.enter({ state: 'proved' })
}

function isTaken(work: RenewalWork): boolean {
  return entryOf(work.record(), 'signing-written').encryptionKey?.outcome === 'unwrapped'
}

/** This login has proven the key when it unwrapped it; after an interruption it is proven again. */
async function proveEncryption(work: RenewalWork, { id, certificate }: WrittenCertificate): Promise<void> {
  await readBackCertificate(work, id, certificate)
  if (!work.unlocked().hasMade(id)) await requireMatch(work, { id, certificate })
}

interface WrittenCertificate {
  readonly id: string
  /** DER in base64. */
  readonly certificate: string
}

/**
 * A key that has said it had written it, and does not have it, is given it once more where that cannot make a second one:
 * a container has one place for it. Code renewal.readBackFailed.
 */
async function readBackCertificate(work: RenewalWork, id: string, certificate: string): Promise<Uint8Array> {
  const written = fromBase64(certificate)
  const token = work.unlocked()
  const found = await token.readCertificate(id)
  if (found === undefined && interfaceOf(work.record()) === 'skf') {
    const { label } = entryOf(work.record(), 'key-intended')
    await token.writeCertificate({ id, label, certificate: written })
  }
  const readBack = found ?? (await token.readCertificate(id))
  if (readBack === undefined || !Buffer.from(readBack).equals(written)) throw new AppError('renewal.readBackFailed')
  return readBack
}
