import { hasCode } from '../../app-error.ts'
import { encryptionConfirmation, sha256 } from '../confirmation.ts'
import { idempotencyKey } from '../idempotency-key.ts'
import { entryOf } from '../renewal-record.ts'
import type { RenewalWork } from '../renewal-work.ts'

/** proved → confirmed: from now on the platform takes the new certificates for the valid ones. */
export async function confirmOrder(work: RenewalWork): Promise<void> {
  await work.run('confirm', async () => {
    try {
      await confirm(work)
    } catch (error) {
      if (!hasCode(error, 'platform.orderWrongState') || !(await isCompleted(work))) throw error
    }
  })
  await work.enter({ state: 'confirmed' })
}

async function confirm(work: RenewalWork): Promise<void> {
  const { renewalId } = work.record().started
  const { orderId } = entryOf(work.record(), 'order')
  const issued = entryOf(work.record(), 'issued')
  const certificateSha256 = sha256(issued.signing)
  await work.ports.platform.confirm(
    {
      orderId,
      certificateSha256,
      installed: true,
      ...encryptionConfirmation(issued.encryption, encryptionOutcome(work)),
    },
    idempotencyKey(renewalId, 'confirm', certificateSha256),
  )
}

function encryptionOutcome(work: RenewalWork): { readonly installed: boolean; readonly reason?: string } {
  const { encryptionKey } = entryOf(work.record(), 'signing-written')
  if (encryptionKey?.outcome === 'skipped') return { installed: false, reason: encryptionKey.failure.code }
  return { installed: encryptionKey !== undefined }
}

/** Confirmed under the key of a journal that was lost: what was asked for has been done. */
async function isCompleted(work: RenewalWork): Promise<boolean> {
  const { orderId } = entryOf(work.record(), 'order')
  return (await work.ports.platform.readOrder(orderId)).state === 'completed'
}
