import { readCertificate } from '../../x509/certificate.ts'
import { idempotencyKey } from '../idempotency-key.ts'
import { wrappingsFor } from '../key-wrapping.ts'
import { fromBase64, interfaceOf } from '../renewal-record.ts'
import type { RenewalWork } from '../renewal-work.ts'

/**
 * started → order. The platform answers a second order for the same certificate with the first. What an SM2 key can
 * unwrap is told before any key is made, because nobody else can wrap anew what it does not take; it comes from the
 * journal, so that a repeated call is the very same.
 */
export async function placeOrder(work: RenewalWork): Promise<void> {
  const { platform } = work.ports
  const { renewalId, kind, oldCertificate, oldPublicKeySha256 } = work.record().started
  const { serialNumber } = readCertificate(fromBase64(oldCertificate))
  const certificate = await platform.findCertificate({ serialNumber, publicKeySha256: oldPublicKeySha256 })
  const keyWrapping = interfaceOf(work.record()) === 'skf' ? wrappingsFor('sm2', work.record()) : []
  const offered = keyWrapping.length === 0 ? {} : { keyWrapping }
  const order = await platform.createOrder(
    { kind, certificateId: certificate.id, ...offered },
    idempotencyKey(renewalId, 'order'),
  )
  await work.enter({
    state: 'order',
    orderId: order.id,
    expiresAt: order.expiresAt,
    popRequired: order.popRequired,
    popNonce: order.popNonce,
    withEncryption: order.withEncryption,
    wasThere: order.wasThere,
  })
  if (order.state !== 'pending-verification') await work.enter({ state: 'verified' })
}
