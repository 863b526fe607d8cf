import { createHash } from 'node:crypto'
import type { PlatformAnswer } from '../../../src/shared/platform/endpoints.ts'
import { familyOf } from '../authority/certificate-authority.ts'
import { certificateRecord } from '../authority/certificate-record.ts'
import { Refusal } from '../http/problem.ts'
import type { Platform } from '../platform.ts'
import type { OrderRecord } from '../state/state.ts'
import type { Call } from './handlers.ts'
import { assertState, enter, findOrder, newNonce, orderedCertificate, orderView, revokeIssued } from './order-life.ts'

type Issued = NonNullable<OrderRecord['issued']>

export function getIssued(
  { state, authorities }: Platform,
  { account, params }: Call<'getIssued'>,
): PlatformAnswer<'getIssued'> {
  const order = findOrder(state, account, params.orderId)
  const { delivered } = issuedOf(order)
  const family = familyOf(orderedCertificate(state, order).keyAlgorithm)
  const chain = family === undefined ? [] : authorities.of(family).chain
  return { signingCertificate: delivered, chain: chain.map((der) => Buffer.from(der).toString('base64')) }
}

/** Stays readable after the confirmation, so that a crash between issue and writing loses nothing. */
function issuedOf(order: OrderRecord): Issued {
  assertState(order, 'issued', 'completed')
  if (order.issued === null) throw new Error(`order ${order.id} is ${order.state} without a certificate`)
  return order.issued
}

/** The old certificate is given up here and nowhere else. */
export function confirmOrder(
  { state, clock }: Platform,
  { account, params, body }: Call<'confirmOrder'>,
): PlatformAnswer<'confirmOrder'> {
  const order = findOrder(state, account, params.orderId)
  assertState(order, 'issued')
  const { certificate, delivered } = issuedOf(order)
  const sha256 = createHash('sha256').update(Buffer.from(delivered, 'base64')).digest('hex')
  if (sha256 !== body.signingCertificateSha256) throw new Refusal('confirm.mismatch')

  if (body.installed) {
    const old = orderedCertificate(state, order)
    state.certificates.push(certificateRecord(Buffer.from(certificate, 'base64'), old))
    old.standing = 'superseded'
    state.counts.confirmations += 1
    enter(order, 'completed', clock.now())
  } else {
    revokeIssued(state, order)
    order.csr = null
    order.popNonce = newNonce()
    state.counts.withdrawals += 1
    enter(order, 'ready', clock.now())
  }
  return orderView(order)
}
