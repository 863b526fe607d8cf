import type { SimulatorRequests } from '../../src/shared/demo/simulator-messages.ts'
import { revoke } from './authority/revocation.ts'
import { issueOrder } from './operations/issue-order.ts'
import { end, isLive, orderedCertificate, revokeIssued } from './operations/order-life.ts'
import type { Platform } from './platform.ts'
import type { OrderRecord, PlatformState } from './state/state.ts'

/** An order as the platform's own staff sees it. */
export interface OrderSummary {
  readonly id: string
  readonly kind: OrderRecord['kind']
  readonly state: OrderRecord['state']
  readonly commonName: string
  readonly cardNumber: string | null
  /** Milliseconds since 1970. */
  readonly createdAt: number
}

export function orderSummary(state: PlatformState, order: OrderRecord): OrderSummary {
  const { commonName, cardNumber } = orderedCertificate(state, order)
  return { id: order.id, kind: order.kind, state: order.state, commonName, cardNumber, createdAt: order.createdAt }
}

/** What the platform's own staff does with an order. */
export async function approveOrder(platform: Platform, orderId: string): Promise<void> {
  await issueOrder(platform, orderInReview(platform, orderId))
}

/** @param reason shown to the holder */
export function rejectOrder(platform: Platform, orderId: string, reason: string): void {
  const order = orderInReview(platform, orderId)
  end(order, 'rejected', platform.clock.now())
  order.rejection = reason
}

export type StaffReason = SimulatorRequests['revoke']['input']['reason']

/** Ends the orders about it as well: a key that is in other hands must not get a new certificate. */
export function revokeCertificate({ state, clock }: Platform, certificateId: string, reason: StaffReason): void {
  const certificate = state.certificates.find(({ id }) => id === certificateId)
  if (certificate?.standing !== 'active') throw new Error(`certificate ${certificateId} is not in use`)
  const now = clock.now()
  revoke(certificate, reason, now)
  for (const order of state.orders) {
    if (order.certificateId !== certificateId || !isLive(order)) continue
    revokeIssued(state, order, now)
    end(order, 'cancelled', now)
  }
}

function orderInReview({ state }: Platform, orderId: string): OrderRecord {
  const order = state.orders.find(({ id }) => id === orderId)
  if (order?.state !== 'in-review') throw new Error(`order ${orderId} is not in review`)
  return order
}
