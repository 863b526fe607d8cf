import { assertNever } from '../../../shared/assert-never.ts'
import { AppError, hasCode } from '../../app-error.ts'
import { encryptionIdOf } from '../begun-objects.ts'
import type { IssuedCertificates, IssuedEncryption, PlatformOrder } from '../ports.ts'
import { entryOf, toBase64 } from '../renewal-record.ts'
import type { RenewalWork } from '../renewal-work.ts'

/** submitted → issued: what the platform has issued is on the disk before anything is written to the token. */
export async function collectCertificate(work: RenewalWork): Promise<void> {
  const { orderId } = entryOf(work.record(), 'order')
  const issued = await work.run('issue', () => fetchIssued(work, orderId))
  await work.enter({
    state: 'issued',
    signing: toBase64(issued.signing),
    chain: issued.chain.map(toBase64),
    ...(issued.encryption === undefined ? {} : { encryption: journalled(work, issued.encryption) }),
  })
}

/** Mostly it is there; only a platform that has none yet, or never will, is asked about the order. */
async function fetchIssued({ ports: { platform } }: RenewalWork, orderId: string): Promise<IssuedCertificates> {
  try {
    return await platform.readIssued(orderId)
  } catch (error) {
    if (!hasCode(error, 'platform.orderWrongState')) throw error
    requireIssued(await platform.readOrder(orderId))
    // Issued between the two questions.
    return platform.readIssued(orderId)
  }
}

function journalled(work: RenewalWork, encryption: IssuedEncryption) {
  const { certificate, wrapping } = encryption
  const common = { id: encryptionIdOf(work.record()), certificate: toBase64(certificate), wrapping }
  if ('envelopedKey' in encryption) return { ...common, envelopedKey: toBase64(encryption.envelopedKey) }
  const { encryptedKey, encryptedPrivateKey } = encryption
  return { ...common, encryptedKey: toBase64(encryptedKey), encryptedPrivateKey: toBase64(encryptedPrivateKey) }
}

/** Codes renewal.inReview: ask again later; platform.orderRejected and orderExpired: this order is over. */
function requireIssued(order: PlatformOrder): void {
  switch (order.state) {
    case 'issued':
    case 'completed':
      return
    case 'in-review':
    case 'issuing':
      throw new AppError('renewal.inReview')
    case 'rejected':
      throw new AppError('platform.orderRejected', rejection(order))
    case 'expired':
    case 'cancelled':
      throw new AppError('platform.orderExpired')
    case 'pending-verification':
    case 'ready':
      throw new AppError('platform.orderWrongState', { details: { state: order.state } })
    default:
      assertNever(order.state)
  }
}

function rejection({ rejection }: PlatformOrder) {
  return rejection === undefined ? {} : { details: { reason: rejection } }
}
