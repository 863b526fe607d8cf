import 'reflect-metadata'
import { randomBytes } from 'node:crypto'
import { X509Certificate } from '@peculiar/x509'
import type { PlatformAnswer } from '../../../src/shared/platform/endpoints.ts'
import { Refusal } from '../http/problem.ts'
import type { Platform } from '../platform.ts'
import type { CertificateRecord, OrderRecord, PlatformState } from '../state/state.ts'
import { renewalKind } from './certificate-validity.ts'
import type { Call } from './handlers.ts'
import { assertState, enter, findOrder, isLive, newNonce, orderView } from './order-life.ts'

export function createOrder(
  { state, clock }: Platform,
  { account, body }: Call<'createOrder'>,
): PlatformAnswer<'createOrder'> {
  const now = clock.now()
  const certificate = state.certificates.find(
    ({ id, accountId }) => id === body.certificateId && accountId === account.id,
  )
  if (certificate === undefined) throw new Refusal('certificate.not-found')
  if (certificate.standing === 'revoked') throw new Refusal('certificate.revoked')
  const active = state.orders.find((order) => order.certificateId === certificate.id && isLive(order))
  if (active !== undefined) throw new Refusal('order.active-exists', { existingOrderId: active.id })
  if (renewalKind(certificate, now) !== body.kind) throw new Refusal('certificate.not-renewable')

  const order: OrderRecord = {
    id: `order-${randomBytes(9).toString('hex')}`,
    accountId: account.id,
    kind: body.kind,
    certificateId: certificate.id,
    ...encryptionBeside(state, certificate),
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
  return orderView(order)
}

/** The encryption certificate that the same card holds for the same subject; an RSA key can take another one with it. */
function encryptionBeside(state: PlatformState, signing: CertificateRecord) {
  if (signing.keyAlgorithm !== 'rsa-2048') return {}
  const subject = Buffer.from(subjectOf(signing))
  const encryption = state.certificates.findLast(
    (candidate) =>
      candidate.usage === 'encryption' &&
      candidate.standing === 'active' &&
      candidate.keyAlgorithm === 'rsa-2048' &&
      candidate.accountId === signing.accountId &&
      candidate.cardNumber === signing.cardNumber &&
      subject.equals(subjectOf(candidate)),
  )
  return encryption === undefined ? {} : { encryptionCertificateId: encryption.id }
}

function subjectOf({ der }: CertificateRecord): Buffer {
  return Buffer.from(new X509Certificate(der).subjectName.toArrayBuffer())
}

export function getOrder({ state }: Platform, { account, params }: Call<'getOrder'>): PlatformAnswer<'getOrder'> {
  return orderView(findOrder(state, account, params.orderId))
}

export function cancelOrder(
  { state }: Platform,
  { account, params }: Call<'cancelOrder'>,
): PlatformAnswer<'cancelOrder'> {
  const order = findOrder(state, account, params.orderId)
  assertState(order, 'pending-verification', 'ready', 'in-review')
  order.state = 'cancelled'
  return orderView(order)
}
