import 'reflect-metadata'
import { randomBytes } from 'node:crypto'
import { X509Certificate } from '@peculiar/x509'
import type { PlatformAnswer } from '../../../src/shared/platform/endpoints.ts'
import { Refusal } from '../http/problem.ts'
import { chooseWrapping } from '../kmc/wrapped-key.ts'
import type { Platform } from '../platform.ts'
import type { CertificateRecord, OrderRecord, PlatformState } from '../state/state.ts'
import { findCertificate } from './certificate-handlers.ts'
import { renewalKind } from './certificate-validity.ts'
import type { Call } from './handlers.ts'
import { assertState, end, enter, findOrder, isLive, newNonce, orderView } from './order-life.ts'
import { newestFirst, pageOf } from './page.ts'

export function createOrder(
  { state, clock }: Platform,
  { account, body }: Call<'createOrder'>,
): PlatformAnswer<'createOrder'> {
  const now = clock.now()
  const certificate = findCertificate(state, account, body.certificateId)
  if (certificate.standing === 'revoked') throw new Refusal('certificate.revoked')
  const active = state.orders.find((order) => order.certificateId === certificate.id && isLive(order))
  if (active !== undefined) throw new Refusal('order.active-exists', { existingOrderId: active.id })
  if (renewalKind(certificate, now) !== body.kind) throw new Refusal('certificate.not-renewable')

  const order: OrderRecord = {
    id: `order-${randomBytes(9).toString('hex')}`,
    accountId: account.id,
    kind: body.kind,
    certificateId: certificate.id,
    ...encryptionBeside(state, certificate, body.keyWrapping),
    state: 'pending-verification',
    popRequired: certificate.notAfter > now,
    popNonce: newNonce(),
    createdAt: now,
    expiresAt: now,
    challenge: null,
    csr: null,
    issued: null,
    rejection: null,
  }
  enter(order, 'pending-verification', now)
  state.orders.push(order)
  return orderView(state, order)
}

/**
 * The encryption certificate that the same card holds for the same subject; a key of RSA or SM2 can take another one of its
 * kind with it. Nothing where the client has told at once what its key unwraps, and no key can be wrapped like that here.
 */
function encryptionBeside(state: PlatformState, signing: CertificateRecord, offered?: readonly string[]) {
  if (signing.keyAlgorithm !== 'rsa-2048' && signing.keyAlgorithm !== 'sm2') return {}
  if (offered !== undefined && chooseWrapping(offered, signing.keyAlgorithm) === undefined) return {}
  const subject = Buffer.from(subjectOf(signing))
  const encryption = state.certificates.findLast(
    (candidate) =>
      candidate.usage === 'encryption' &&
      candidate.standing === 'active' &&
      candidate.keyAlgorithm === signing.keyAlgorithm &&
      candidate.accountId === signing.accountId &&
      candidate.cardNumber === signing.cardNumber &&
      subject.equals(subjectOf(candidate)),
  )
  return encryption === undefined ? {} : { encryptionCertificateId: encryption.id }
}

function subjectOf({ der }: CertificateRecord): Buffer {
  return Buffer.from(new X509Certificate(der).subjectName.toArrayBuffer())
}

export function listOrders({ state }: Platform, { account, query }: Call<'listOrders'>): PlatformAnswer<'listOrders'> {
  const { certificateId, state: wanted, active } = query
  const found = newestFirst(state.orders).filter(
    (order) =>
      order.accountId === account.id &&
      (certificateId === undefined || order.certificateId === certificateId) &&
      (wanted === undefined || order.state === wanted) &&
      (active === undefined || isLive(order) === (active === 'true')),
  )
  return pageOf(found, query, (order) => orderView(state, order))
}

export function getOrder({ state }: Platform, { account, params }: Call<'getOrder'>): PlatformAnswer<'getOrder'> {
  return orderView(state, findOrder(state, account, params.orderId))
}

export function cancelOrder(
  { state, clock }: Platform,
  { account, params }: Call<'cancelOrder'>,
): PlatformAnswer<'cancelOrder'> {
  const order = findOrder(state, account, params.orderId)
  assertState(order, 'pending-verification', 'ready', 'in-review')
  end(order, 'cancelled', clock.now())
  return orderView(state, order)
}
