import { createHash } from 'node:crypto'
import type { Failure } from '../../shared/failure.ts'
import { AppError, hasCode } from '../app-error.ts'
import { idempotencyKey } from './idempotency-key.ts'
import { fromBase64 } from './renewal-record.ts'
import type { RenewalWork } from './renewal-work.ts'

/**
 * Gives a renewal up: the platform is told, the new pair that this journal made is removed, and nothing else. Needs the
 * unlocked token once a pair may exist. Code renewal.wrongStep after the platform has been told that it is installed.
 */
export async function abandon(work: RenewalWork, failure?: Failure): Promise<void> {
  const { state } = work.record()
  if (state === 'confirmed' || state === 'completed' || state === 'abandoned') {
    throw new AppError('renewal.wrongStep', { details: { state } })
  }
  // Whether it can be removed is known before the platform is told.
  const removeNew = await prepareRemoval(work)
  await tellPlatform(work, failure)
  await removeNew()
  await work.enter({ state: 'abandoned', ...(failure === undefined ? {} : { failure }) })
}

/** Rule 1: the new pair goes only when the old one is found on the same token, under another id. */
async function prepareRemoval(work: RenewalWork): Promise<() => Promise<void>> {
  const intended = work.record().entries['key-intended']
  if (intended === undefined) return () => Promise.resolve()
  const token = work.unlocked()
  const old = await work.ports.token.findPair(work.record().started.oldPublicKeySha256)
  if (old.tokenSerialNumber !== token.serialNumber || old.id === intended.id) throw new AppError('token.otherToken')
  const halfMade = work.record().state === 'key-intended'
  return async () => {
    await token.removePair(intended.id)
    if (halfMade) await token.removeNameless()
  }
}

/** An order that is over, or unknown, needs no telling. */
async function tellPlatform(work: RenewalWork, failure: Failure | undefined): Promise<void> {
  const { order, issued } = work.record().entries
  const { renewalId } = work.record().started
  if (order === undefined) return
  try {
    const signing = issued?.signing ?? (await fetchIssued(work, order.orderId))
    if (signing === undefined) {
      await work.ports.platform.cancelOrder(order.orderId, idempotencyKey(renewalId, 'cancel'))
      return
    }
    const certificateSha256 = createHash('sha256').update(fromBase64(signing)).digest('hex')
    await work.ports.platform.confirm(
      { orderId: order.orderId, certificateSha256, installed: false, reason: failure?.code ?? 'user' },
      idempotencyKey(renewalId, 'reject', certificateSha256),
    )
  } catch (error) {
    if (!overCodes.some((code) => hasCode(error, code))) throw error
    await requireNotCompleted(work, order.orderId)
  }
}

/** The platform's words for an order that cannot be ended any more. */
const overCodes = [
  'platform.orderWrongState',
  'platform.orderNotFound',
  'platform.orderExpired',
  'platform.confirmationRefused',
] as const

/**
 * Rule 1: a confirmation whose answer was lost has made the new certificate the valid one. Removing it now would leave
 * the user with an old one that the platform has replaced: the renewal is to be finished instead. Code renewal.wrongStep.
 */
async function requireNotCompleted(work: RenewalWork, orderId: string): Promise<void> {
  try {
    const { state } = await work.ports.platform.readOrder(orderId)
    if (state === 'completed') throw new AppError('renewal.wrongStep', { details: { state } })
  } catch (error) {
    if (!hasCode(error, 'platform.orderNotFound')) throw error
  }
}

/** What the platform has issued without our knowing: the answer to the request may have been lost. */
async function fetchIssued(work: RenewalWork, orderId: string): Promise<string | undefined> {
  const order = await work.ports.platform.readOrder(orderId)
  if (order.state !== 'issued') return undefined
  const { signing } = await work.ports.platform.readIssued(orderId)
  return Buffer.from(signing).toString('base64')
}
