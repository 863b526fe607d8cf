import { AppError } from '../../app-error.ts'
import { readCertificate } from '../../x509/certificate.ts'
import { attemptOf, begunIds } from '../begun-objects.ts'
import { encryptionConfirmation, sha256 } from '../confirmation.ts'
import { idempotencyKey } from '../idempotency-key.ts'
import type { PlatformOrder } from '../ports.ts'
import { entryOf, fromBase64, interfaceOf, isUncertain } from '../renewal-record.ts'
import type { RenewalWork } from '../renewal-work.ts'
import { keyTypeOf, signingKeyOf } from '../signing-key.ts'

/**
 * For an order whose journal was lost or damaged: what the platform and the token know stands for what the journal would
 * say. A key that the platform was asked to certify and that is on the token is gone on with (→ submitted); whatever else
 * this order began on the token is removed, and a new key can be made. Code renewal.keyLost: the platform is still
 * working on a request whose key is not on this token.
 */
export async function findLostKey(work: RenewalWork): Promise<void> {
  if (!isUncertain(work.record())) return
  const order = await work.ports.platform.readOrder(entryOf(work.record(), 'order').orderId)
  const id = order.publicKeySha256 === undefined ? undefined : await work.unlocked().findKey(order.publicKeySha256)
  if (id !== undefined && order.publicKeySha256 !== undefined) {
    await removeBegun(work, id)
    await goOnWith(work, id, order.publicKeySha256)
    return
  }
  if (order.state === 'in-review' || order.state === 'issuing') throw new AppError('renewal.keyLost')
  if (order.state === 'issued') await giveBack(work, order)
  else requireReady(order)
  await removeBegun(work)
  await renewOrder(work)
}

function requireReady({ state }: PlatformOrder): void {
  if (state === 'ready') return
  if (state === 'expired' || state === 'cancelled') throw new AppError('platform.orderExpired')
  if (state === 'rejected') throw new AppError('platform.orderRejected')
  throw new AppError('platform.orderWrongState', { details: { state } })
}

async function goOnWith(work: RenewalWork, id: string, publicKeySha256: string): Promise<void> {
  const { withEncryption } = entryOf(work.record(), 'order')
  const { label } = await work.ports.token.findPair(work.record().started.oldPublicKeySha256)
  const old = readCertificate(fromBase64(work.record().started.oldCertificate))
  const keyType = keyTypeOf(signingKeyOf(old, interfaceOf(work.record())))
  const unwraps = withEncryption === true
  await work.enter({ state: 'key-intended', id, label, keyType, attempt: attemptOf(work.record(), id), unwraps })
  await work.enter({ state: 'key-made', publicKeySha256 })
  await work.enter({ state: 'submitted' })
}

/** A certificate for a key that nobody has any more is withdrawn; the order then waits for another request. */
async function giveBack(work: RenewalWork, { id: orderId }: PlatformOrder): Promise<void> {
  const issued = await work.ports.platform.readIssued(orderId)
  const certificateSha256 = sha256(issued.signing)
  const outcome = { installed: false, reason: 'token.keyNotFound' }
  await work.ports.platform.confirm(
    { orderId, certificateSha256, ...outcome, ...encryptionConfirmation(issued.encryption, outcome) },
    idempotencyKey(work.record().started.renewalId, 'reject', certificateSha256),
  )
}

/** Each rejected request gives the order a new nonce. */
async function renewOrder(work: RenewalWork): Promise<void> {
  const known = entryOf(work.record(), 'order')
  const { popRequired, popNonce, expiresAt } = await work.ports.platform.readOrder(known.orderId)
  await work.enter({ ...known, state: 'order', popRequired, popNonce, expiresAt })
  await work.enter({ state: 'verified' })
}

async function removeBegun(work: RenewalWork, kept?: string): Promise<void> {
  for (const id of begunIds(work.record())) if (id !== kept) await work.unlocked().removePair(id)
  await work.unlocked().removeNameless()
}
