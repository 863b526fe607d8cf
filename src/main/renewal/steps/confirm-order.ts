import { createHash } from 'node:crypto'
import { idempotencyKey } from '../idempotency-key.ts'
import { entryOf, fromBase64 } from '../renewal-record.ts'
import type { RenewalWork } from '../renewal-work.ts'

/** proved → confirmed: from now on the platform takes the new certificate for the valid one. */
export async function confirmOrder(work: RenewalWork): Promise<void> {
  const { orderId } = entryOf(work.record(), 'order')
  const { signing } = entryOf(work.record(), 'issued')
  await work.run('confirm', () =>
    work.ports.platform.confirm(
      { orderId, certificateSha256: sha256(signing), installed: true },
      idempotencyKey(work.record().started.renewalId, 'confirm', sha256(signing)),
    ),
  )
  await work.enter({ state: 'confirmed' })
}

function sha256(base64: string): string {
  return createHash('sha256').update(fromBase64(base64)).digest('hex')
}
