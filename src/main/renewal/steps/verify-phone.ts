import { randomUUID } from 'node:crypto'
import { AppError, hasCode } from '../../app-error.ts'
import { entryOf } from '../renewal-record.ts'
import type { RenewalWork } from '../renewal-work.ts'
import { placeOrder } from './place-order.ts'

/** Asks for a code. Each click is a request of its own; the platform limits how often. */
export async function requestSms(work: RenewalWork): Promise<void> {
  // The program may have ended before the order was placed; an order that goes on from elsewhere may be past this.
  if (work.record().state === 'started') await placeOrder(work)
  if (work.record().state !== 'order') return
  const order = entryOf(work.record(), 'order')
  try {
    const sms = await work.ports.platform.requestSms(order.orderId, randomUUID())
    await work.enter({ ...order, state: 'order', sms })
  } catch (error) {
    if (!hasCode(error, 'platform.orderWrongState')) throw error
    await takeOverState(work, error)
  }
}

/** The code was accepted and the answer, or this program, was lost: the order is further than the journal. */
async function takeOverState(work: RenewalWork, error: unknown): Promise<void> {
  const order = entryOf(work.record(), 'order')
  const { state } = await work.ports.platform.readOrder(order.orderId)
  if (state === 'pending-verification' || state === 'expired' || state === 'cancelled') throw error
  // Further than a verified phone: what was done besides is found out with the token.
  if (state !== 'ready') await work.enter({ ...order, state: 'order', wasThere: true })
  await work.enter({ state: 'verified' })
}

/** order → verified, or sms.wrongCode with the attempts left, which the journal keeps. */
export async function verifySms(work: RenewalWork, code: string): Promise<void> {
  const order = entryOf(work.record(), 'order')
  const { sms } = order
  if (sms === undefined) throw new AppError('renewal.wrongStep', { details: { state: 'order' } })
  try {
    await work.ports.platform.verifySms({ orderId: order.orderId, challengeId: sms.id, code }, randomUUID())
  } catch (error) {
    const attemptsLeft = error instanceof AppError ? error.failure.details?.['attemptsLeft'] : undefined
    if (typeof attemptsLeft === 'number') await work.enter({ ...order, state: 'order', sms: { ...sms, attemptsLeft } })
    throw error
  }
  await work.enter({ state: 'verified' })
}
