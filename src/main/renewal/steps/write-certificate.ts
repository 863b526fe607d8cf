import { AppError } from '../../app-error.ts'
import { readCertificate } from '../../x509/certificate.ts'
import { refuseIssued } from '../check-issued.ts'
import { entryOf, fromBase64 } from '../renewal-record.ts'
import type { RenewalWork } from '../renewal-work.ts'

/** issued → signing-written, or an issued.* code: then nothing was written. */
export async function writeCertificate(work: RenewalWork): Promise<void> {
  const issued = entryOf(work.record(), 'issued')
  const { id, label } = entryOf(work.record(), 'key-intended')
  const certificate = fromBase64(issued.signing)
  await work.run('check', () => checkIssued(work))
  await work.run('write-signing', async () => {
    if (await isWritten(work, id, certificate)) return
    await work.unlocked().writeCertificate({ id, label, certificate })
  })
  await work.enter({ state: 'signing-written' })
}

function checkIssued(work: RenewalWork): void {
  const issued = entryOf(work.record(), 'issued')
  const refusal = refuseIssued(fromBase64(issued.signing), {
    old: readCertificate(fromBase64(work.record().started.oldCertificate)),
    publicKeySha256: entryOf(work.record(), 'key-made').publicKeySha256,
    chain: issued.chain.map(fromBase64),
    trustedRoots: work.ports.trustedRoots(),
    now: work.ports.clock.now(),
  })
  if (refusal !== undefined) throw new AppError(refusal)
}

/** After an interruption: has it been written already, and is its key still there? */
async function isWritten(work: RenewalWork, id: string, certificate: Uint8Array): Promise<boolean> {
  const token = work.unlocked()
  if (token.hasMade(id)) return false
  const pair = await token.readPair(id)
  if (!pair.hasPrivateKey) throw new AppError('token.keyNotFound', { details: { id } })
  return pair.certificate !== undefined && Buffer.from(pair.certificate).equals(certificate)
}
