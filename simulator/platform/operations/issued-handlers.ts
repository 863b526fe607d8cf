import { createHash } from 'node:crypto'
import type { PlatformAnswer, PlatformReceived } from '../../../src/shared/platform/endpoints.ts'
import { certificateRecord } from '../authority/certificate-record.ts'
import { supersede } from '../authority/revocation.ts'
import { familyOf } from '../authority/signing/key-family.ts'
import { Refusal } from '../http/problem.ts'
import type { Platform } from '../platform.ts'
import type { IssuedEncryption, OrderRecord, PlatformState } from '../state/state.ts'
import type { Call } from './handlers.ts'
import {
  assertState,
  dropRequest,
  end,
  enter,
  findOrder,
  orderedCertificate,
  orderView,
  revokeEncryption,
  revokeIssued,
} from './order-life.ts'

type Issued = NonNullable<OrderRecord['issued']>
type EncryptionConfirmation = NonNullable<PlatformReceived<'confirmOrder'>['body']['encryption']>

export function getIssued(
  { state, authorities }: Platform,
  { account, params }: Call<'getIssued'>,
): PlatformAnswer<'getIssued'> {
  const order = findOrder(state, account, params.orderId)
  const { delivered, encryption } = issuedOf(order)
  const family = familyOf(orderedCertificate(state, order).keyAlgorithm)
  const { chain } = authorities.of(family)
  return {
    signingCertificate: delivered,
    chain: chain.map((der) => Buffer.from(der).toString('base64')),
    ...(encryption === undefined ? {} : { encryption: encryptionView(encryption) }),
  }
}

function encryptionView({ delivered, wrapping, envelopedKey, ...rsa }: IssuedEncryption) {
  const { encryptedKey = '', encryptedPrivateKey = '' } = rsa
  return {
    certificate: delivered,
    wrappedKey:
      envelopedKey === undefined ? { wrapping, encryptedKey, encryptedPrivateKey } : { wrapping, envelopedKey },
  }
}

/** Stays readable after the confirmation, save for the encryption key: by then the token has it, or never will. */
function issuedOf(order: OrderRecord): Issued {
  assertState(order, 'issued', 'completed')
  if (order.issued === null) throw new Error(`order ${order.id} is ${order.state} without a certificate`)
  return order.issued
}

/** The old certificate is given up here and nowhere else. */
export function confirmOrder(
  { state, clock }: Platform,
  { account, params, body }: Call<'confirmOrder'>,
): PlatformAnswer<'confirmOrder'> {
  const order = findOrder(state, account, params.orderId)
  assertState(order, 'issued')
  const { certificate, delivered, encryption } = issuedOf(order)
  if (sha256(delivered) !== body.signingCertificateSha256) throw new Refusal('confirm.mismatch')
  if (body.encryption !== undefined && !isDelivered(encryption, body.encryption)) throw new Refusal('confirm.mismatch')

  if (body.installed) {
    const old = orderedCertificate(state, order)
    state.certificates.push(certificateRecord(Buffer.from(certificate, 'base64'), old))
    supersede(old, clock.now())
    confirmEncryption(state, order, { isInstalled: body.encryption?.installed ?? false, now: clock.now() })
    // No copy of the encryption key outlives the order, not even the wrapped one.
    order.issued = { certificate, delivered }
    state.counts.confirmations += 1
    end(order, 'completed', clock.now())
  } else {
    revokeIssued(state, order, clock.now())
    dropRequest(order)
    state.counts.withdrawals += 1
    enter(order, 'ready', clock.now())
  }
  return orderView(state, order)
}

function isDelivered(encryption: IssuedEncryption | undefined, { certificateSha256 }: EncryptionConfirmation): boolean {
  return encryption !== undefined && sha256(encryption.delivered) === certificateSha256
}

/** A token that could not take the new encryption key keeps the old one, and so does the platform. */
function confirmEncryption(
  state: PlatformState,
  order: OrderRecord,
  { isInstalled, now }: { readonly isInstalled: boolean; readonly now: number },
): void {
  const encryption = order.issued?.encryption
  const old = state.certificates.find(({ id }) => id === order.encryptionCertificateId)
  if (encryption === undefined || old === undefined) return
  if (!isInstalled) {
    revokeEncryption(state, order, now)
    return
  }
  state.certificates.push(certificateRecord(Buffer.from(encryption.certificate, 'base64'), old))
  supersede(old, now)
}

/** Hex SHA-256 of what stands in base64. */
function sha256(base64: string): string {
  return createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex')
}
