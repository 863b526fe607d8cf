import { AppError, hasCode } from '../../app-error.ts'
import type { EntryOf } from '../journal-entry.ts'
import type { TokenPair } from '../ports.ts'
import { entryOf, fromBase64 } from '../renewal-record.ts'
import type { RenewalWork } from '../renewal-work.ts'

type Outcome = Pick<EntryOf<'completed'>, 'oldPair' | 'holdsEncryptionKey'>

/** confirmed → completed. Rule 1: the only place where an old pair is destroyed, and the last effect of a renewal. */
export async function removeOldPair(work: RenewalWork): Promise<void> {
  const outcome = await work.run('remove-old', async () => {
    await requireNewPair(work)
    return removeUnlessNeeded(work, await findOldPair(work))
  })
  await work.enter({ state: 'completed', ...outcome })
}

async function removeUnlessNeeded(work: RenewalWork, old: TokenPair | undefined): Promise<Outcome> {
  const { id } = entryOf(work.record(), 'key-intended')
  // Removed by this journal before it died, or by somebody else.
  if (old === undefined) return { oldPair: 'gone' }
  // An id that several bear names none of them.
  if (old.id === id || old.isIdShared) return { oldPair: 'kept' }
  // A container goes as a whole, and an old encryption key opens old files: nobody here can say that it is not needed.
  const kept = await work.unlocked().removeOnlyAs(old.id, fromBase64(work.record().started.oldCertificate))
  if (kept === undefined) return { oldPair: 'removed' }
  // Somebody has put another pair in its place since.
  return kept === 'other' ? { oldPair: 'kept' } : { oldPair: 'kept', holdsEncryptionKey: kept === 'holds-more' }
}

/** After an interruption anything may have happened to the token: the old pair goes only while the new one is there. */
async function requireNewPair(work: RenewalWork): Promise<void> {
  const token = work.unlocked()
  const { id } = entryOf(work.record(), 'key-intended')
  if (token.hasMade(id)) return
  const pair = await token.readPair(id)
  const written = fromBase64(entryOf(work.record(), 'issued').signing)
  if (!pair.hasPrivateKey || pair.certificate === undefined || !Buffer.from(pair.certificate).equals(written)) {
    throw new AppError('renewal.readBackFailed')
  }
}

/** By its public key, on the token that holds the new pair; nothing when that token has no such pair any more. */
async function findOldPair(work: RenewalWork): Promise<TokenPair | undefined> {
  const { token } = work.ports
  try {
    const pair = await token.findPair(work.record().started.oldPublicKeySha256)
    return pair.tokenSerialNumber === work.unlocked().serialNumber ? pair : undefined
  } catch (error) {
    if (!hasCode(error, 'token.absent')) throw error
    // Not found may mean that the token is out: then the new pair is not found either, and this throws.
    await token.findPair(entryOf(work.record(), 'key-made').publicKeySha256)
    return undefined
  }
}
