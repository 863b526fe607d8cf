import type { KeyWrapping } from '../../../shared/platform/schemas/orders.ts'
import type { EntryOf } from '../journal-entry.ts'
import { idempotencyKey } from '../idempotency-key.ts'
import { wrappingsFor } from '../key-wrapping.ts'
import { entryOf, fromBase64 } from '../renewal-record.ts'
import type { RenewalWork } from '../renewal-work.ts'

/** key-made → submitted. The key names the request too: another request would be another call. */
export async function submitRequest(work: RenewalWork): Promise<void> {
  const { request, proof, publicKeySha256 } = entryOf(work.record(), 'key-made')
  // Without a request the key was found again, and its request with the platform.
  if (request !== undefined) await work.run('submit', () => send(work, { request, proof, publicKeySha256 }))
  await work.enter({ state: 'submitted' })
}

type Sent = Pick<EntryOf<'key-made'>, 'proof' | 'publicKeySha256'> & { readonly request: string }

async function send(work: RenewalWork, { request, proof, publicKeySha256 }: Sent): Promise<void> {
  const { orderId } = entryOf(work.record(), 'order')
  await work.ports.platform.submitRequest(
    {
      orderId,
      request: fromBase64(request),
      ...(proof === undefined ? {} : { proof: { ...proof, signature: fromBase64(proof.signature) } }),
      keyWrapping: wantedWrappings(work),
    },
    idempotencyKey(work.record().started.renewalId, 'request', publicKeySha256),
  )
}

/** None unless the new key can unwrap: then the platform leaves the encryption certificate as it is. */
function wantedWrappings(work: RenewalWork): readonly KeyWrapping[] {
  const { unwraps, keyType } = entryOf(work.record(), 'key-intended')
  return unwraps === true ? wrappingsFor(keyType, work.record()) : []
}
