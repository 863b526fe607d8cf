import { AppError } from '../../app-error.ts'
import type { RenewalWork } from '../renewal-work.ts'

interface Wanted {
  readonly id: string
  /** DER. */
  readonly certificate: Uint8Array
}

/** Has this certificate been written already, and is its key still there? Code token.keyNotFound when it is not. */
export async function isWritten(work: RenewalWork, { id, certificate }: Wanted): Promise<boolean> {
  const token = work.unlocked()
  // What this login made, this login knows.
  if (token.hasMade(id)) return token.hasWritten(id)
  // A write that was killed in an earlier life may have left a certificate without a name or content.
  await token.removeNameless()
  const pair = await token.readPair(id)
  if (!pair.hasPrivateKey) throw new AppError('token.keyNotFound', { details: { id } })
  return pair.certificate !== undefined && Buffer.from(pair.certificate).equals(certificate)
}
