import { createPublicKey, randomBytes, verify } from 'node:crypto'
import { AppError } from '../../app-error.ts'
import { readCertificate } from '../../x509/certificate.ts'
import { entryOf, fromBase64 } from '../renewal-record.ts'
import type { RenewalWork } from '../renewal-work.ts'

/**
 * signing-written → proved: the certificate is read back from the token, and a signature that the new key makes now
 * verifies with it. Only what the token answered is used.
 */
export async function provePair(work: RenewalWork): Promise<void> {
  const { id } = entryOf(work.record(), 'key-intended')
  const readBack = await work.run('read-back', () => readBackCertificate(work, id))
  await work.run('prove', async () => {
    const challenge = randomBytes(32)
    const signature = await work.unlocked().sign(id, challenge)
    if (!isSignatureOf(readBack, challenge, signature)) throw new AppError('renewal.proofFailed')
  })
  await work.enter({ state: 'proved' })
}

async function readBackCertificate(work: RenewalWork, id: string): Promise<Uint8Array> {
  const written = fromBase64(entryOf(work.record(), 'issued').signing)
  const readBack = await work.unlocked().readCertificate(id)
  if (readBack === undefined || !Buffer.from(readBack).equals(written)) throw new AppError('renewal.readBackFailed')
  return readBack
}

function isSignatureOf(certificate: Uint8Array, text: Uint8Array, signature: Uint8Array): boolean {
  const { spki } = readCertificate(certificate).publicKey
  const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  return verify('sha256', text, key, signature)
}
