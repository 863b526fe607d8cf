import { entryOf, fromBase64 } from '../renewal-record.ts'
import type { RenewalWork } from '../renewal-work.ts'
import { isWritten } from './is-written.ts'
import { provePair } from './prove-pair.ts'

/** signing-written → encryption-written; a renewal without an encryption certificate goes straight on to its proof. */
export async function writeEncryption(work: RenewalWork): Promise<void> {
  const { encryption } = entryOf(work.record(), 'issued')
  if (encryption === undefined) return provePair(work)
  if (entryOf(work.record(), 'signing-written').encryptionKey?.outcome === 'unwrapped') {
    const { id } = encryption
    const { label } = entryOf(work.record(), 'key-intended')
    const certificate = fromBase64(encryption.certificate)
    await work.run('write-encryption', async () => {
      if (await isWritten(work, { id, certificate })) return
      await work.unlocked().writeCertificate({ id, label, certificate })
    })
  }
  await work.enter({ state: 'encryption-written' })
}
