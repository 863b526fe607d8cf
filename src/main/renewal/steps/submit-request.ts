import { idempotencyKey } from '../idempotency-key.ts'
import { entryOf, fromBase64 } from '../renewal-record.ts'
import type { RenewalWork } from '../renewal-work.ts'

/** key-made → submitted. The key names the request too: another request would be another call. */
export async function submitRequest(work: RenewalWork): Promise<void> {
  const { orderId } = entryOf(work.record(), 'order')
  const made = entryOf(work.record(), 'key-made')
  const { proof } = made
  await work.run('submit', () =>
    work.ports.platform.submitRequest(
      {
        orderId,
        request: fromBase64(made.request),
        ...(proof === undefined ? {} : { proof: { ...proof, signature: fromBase64(proof.signature) } }),
      },
      idempotencyKey(work.record().started.renewalId, 'request', made.publicKeySha256),
    ),
  )
  await work.enter({ state: 'submitted' })
}
