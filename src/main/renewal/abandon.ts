import type { Failure } from '../../shared/failure.ts'
import { AppError, hasCode } from '../app-error.ts'
import { begunIds } from './begun-objects.ts'
import { encryptionConfirmation, sha256 } from './confirmation.ts'
import { idempotencyKey } from './idempotency-key.ts'
import type { RenewalWork } from './renewal-work.ts'

/** Why a renewal ends without a new certificate. */
interface Reason {
  /** The certificate or the order was refused; absent when the user gives up. */
  readonly failure?: Failure | undefined
  /** What had gone wrong last, when the user gives up. */
  readonly lastFailure?: Failure | undefined
}

/**
 * Gives a renewal up: the platform is told, the new pairs that this journal made are removed, and nothing else. Needs the
 * unlocked token once a pair may exist. Code renewal.wrongStep after the platform has been told that it is installed.
 */
export async function abandon(work: RenewalWork, reason: Reason = {}): Promise<void> {
  const { state } = work.record()
  if (state === 'confirmed' || state === 'completed' || state === 'abandoned') {
    throw new AppError('renewal.wrongStep', { details: { state } })
  }
  // Whether it can be removed is known before the platform is told.
  const removeNew = await prepareRemoval(work)
  await tellPlatform(work, reason.failure)
  await removeNew()
  await work.enter({
    state: 'abandoned',
    ...(reason.failure === undefined ? {} : { failure: reason.failure }),
    ...(reason.lastFailure === undefined ? {} : { lastFailure: reason.lastFailure }),
  })
}

/** Rule 1: the new pairs go only when the old one is found on the same token, under another id. */
async function prepareRemoval(work: RenewalWork): Promise<() => Promise<void>> {
  const ids = begunIds(work.record())
  if (ids.length === 0) return () => Promise.resolve()
  const token = work.unlocked()
  const old = await work.ports.token.findPair(work.record().started.oldPublicKeySha256)
  if (old.tokenSerialNumber !== token.serialNumber || ids.includes(old.id)) throw new AppError('token.otherToken')
  const mayBeHalfMade = ['verified', 'key-intended', 'issued', 'signing-written'].includes(work.record().state)
  return async () => {
    for (const id of ids) await token.removePair(id)
    if (mayBeHalfMade) await token.removeNameless()
  }
}

/** An order that is over, or unknown, needs no telling. */
async function tellPlatform(work: RenewalWork, failure: Failure | undefined): Promise<void> {
  const { order } = work.record().entries
  const { renewalId } = work.record().started
  if (order === undefined) return
  try {
    const issued = work.record().entries.issued ?? (await fetchIssued(work, order.orderId))
    if (issued === undefined) {
      await work.ports.platform.cancelOrder(order.orderId, idempotencyKey(renewalId, 'cancel'))
      return
    }
    const certificateSha256 = sha256(issued.signing)
    const outcome = { installed: false, reason: failure?.code ?? 'user' }
    await work.ports.platform.confirm(
      { orderId: order.orderId, certificateSha256, ...outcome, ...encryptionConfirmation(issued.encryption, outcome) },
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
async function fetchIssued(work: RenewalWork, orderId: string) {
  const { state } = await work.ports.platform.readOrder(orderId)
  return state === 'issued' ? work.ports.platform.readIssued(orderId) : undefined
}
