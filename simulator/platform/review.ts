import { issueOrder } from './operations/issue-order.ts'
import { end } from './operations/order-life.ts'
import type { Platform } from './platform.ts'
import type { OrderRecord } from './state/state.ts'

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

function orderInReview({ state }: Platform, orderId: string): OrderRecord {
  const order = state.orders.find(({ id }) => id === orderId)
  if (order?.state !== 'in-review') throw new Error(`order ${orderId} is not in review`)
  return order
}
