import { randomBytes } from 'node:crypto'
import type { PlatformAnswer } from '../../../src/shared/platform/endpoints.ts'
import { certificateRecord } from '../authority/certificate-record.ts'
import { revoke } from '../authority/revocation.ts'
import { problem, Refusal } from '../http/problem.ts'
import type { Account, CertificateRecord, OrderRecord, PlatformState } from '../state/state.ts'
import { instant } from './instant.ts'

type OrderState = OrderRecord['state']

const idleMs = 30 * 60_000
/** A review takes working days, and an issued certificate waits for a holder who is away. */
const waitingMs = 7 * 24 * 60 * 60_000
const liveStates: readonly OrderState[] = ['pending-verification', 'ready', 'in-review', 'issuing', 'issued']

export const isLive = ({ state }: OrderRecord): boolean => liveStates.includes(state)

/** A new value for the proof, so that an old proof cannot be used again. */
export const newNonce = (): string => randomBytes(16).toString('base64url')

/** Every step forward gives the order its time again. */
export function enter(order: OrderRecord, state: OrderState, now: number): void {
  order.state = state
  order.expiresAt = now + (state === 'in-review' || state === 'issued' ? waitingMs : idleMs)
}

/** There is no way on from here. */
export function end(order: OrderRecord, state: 'completed' | 'rejected' | 'cancelled' | 'expired', at: number): void {
  order.state = state
  order.endedAt = at
}

/** Orders whose time is over expire; a certificate that was issued but never confirmed is revoked, the old one stays. */
export function expireOrders(state: PlatformState, now: number): void {
  for (const order of state.orders) {
    if (!isLive(order) || order.expiresAt > now) continue
    end(order, 'expired', order.expiresAt)
    revokeIssued(state, order, now)
  }
}

/** Revokes the certificate of this order, if it has one; the old certificate is not touched. */
export function revokeIssued(state: PlatformState, order: OrderRecord, now: number): void {
  if (order.issued === null) return
  pushRevoked(state, order.issued.certificate, orderedCertificate(state, order), now)
  revokeEncryption(state, order, now)
  order.issued = null
}

/** Revokes the new encryption certificate of this order, if it has one; the old one stays in use. */
export function revokeEncryption(
  state: PlatformState,
  { issued, encryptionCertificateId }: OrderRecord,
  now: number,
): void {
  const old = state.certificates.find(({ id }) => id === encryptionCertificateId)
  if (issued?.encryption === undefined || old === undefined) return
  pushRevoked(state, issued.encryption.certificate, old, now)
}

/** @param certificate base64 of a new certificate that never came into use, in the place of `old` */
function pushRevoked(state: PlatformState, certificate: string, old: CertificateRecord, now: number): void {
  const record = certificateRecord(Buffer.from(certificate, 'base64'), old)
  revoke(record, 'cessationOfOperation', now)
  state.certificates.push(record)
}

/** The request and all that came of it: the order waits for another one. */
export function dropRequest(order: OrderRecord): void {
  order.csr = null
  order.popNonce = newNonce()
  delete order.publicKeySha256
  delete order.wrapping
}

export function orderedCertificate(state: PlatformState, order: OrderRecord): CertificateRecord {
  const certificate = state.certificates.find(({ id }) => id === order.certificateId)
  if (certificate === undefined) throw new Error(`order ${order.id} is about no certificate`)
  return certificate
}

/** Another account's order does not exist for the caller. Errors: order.not-found. */
export function findOrder(state: PlatformState, account: Account, orderId: string): OrderRecord {
  const order = state.orders.find(({ id, accountId }) => id === orderId && accountId === account.id)
  if (order === undefined) throw new Refusal('order.not-found')
  return order
}

/** Errors: order.wrong-state. */
export function assertState(order: OrderRecord, ...allowed: readonly OrderState[]): void {
  if (!allowed.includes(order.state)) throw new Refusal('order.wrong-state', { detail: `state: ${order.state}` })
}

/** Errors: order.expired, for the operations that have it in the contract. */
export function assertNotExpired({ state }: OrderRecord): void {
  if (state === 'expired') throw new Refusal('order.expired')
}

export function orderView(platform: PlatformState, order: OrderRecord): PlatformAnswer<'getOrder'> {
  const { id, kind, certificateId, state, popRequired, popNonce, createdAt, expiresAt, rejection } = order
  const { publicKeySha256, encryptionCertificateId, endedAt } = order
  const { commonName, cardNumber, serialNumber, notAfter } = orderedCertificate(platform, order)
  return {
    ...{ id, kind, certificateId, state, popRequired, popNonce },
    certificate: { commonName, cardNumber, serialNumber, notAfter: instant(notAfter) },
    withEncryption: encryptionCertificateId !== undefined,
    ...(publicKeySha256 === undefined ? {} : { publicKeySha256 }),
    createdAt: instant(createdAt),
    expiresAt: instant(expiresAt),
    ...(endedAt === undefined ? {} : { endedAt: instant(endedAt) }),
    ...(rejection === null ? {} : { problem: problem('order.rejected', { detail: rejection }) }),
  }
}
