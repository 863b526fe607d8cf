/** The platform as a renewal sees it: the wire's words become the port's, and every echo is checked. */
import type { PlatformAnswer } from '../../shared/platform/endpoints.ts'
import { AppError, hasCode } from '../app-error.ts'
import type { PlatformHealth } from '../platform-account/ports.ts'
import type {
  IssuedCertificates,
  IssuedEncryption,
  PlacedOrder,
  Platform,
  PlatformOrder,
  SmsChallenge,
} from '../renewal/ports.ts'
import { findCertificate } from './find-certificate.ts'
import type { PlatformCall } from './platform-call.ts'
import type { Outcome } from './platform-failure.ts'
import { rejectionOf } from './rejection.ts'

type WireOrder = PlatformAnswer<'getOrder'>
type WireEncryption = NonNullable<PlatformAnswer<'getIssued'>['encryption']>

const longestReason = 200

export function createPlatformAdapter(call: PlatformCall, health: Heard): Platform {
  return {
    reach: (freshMs) => reach(call, health, freshMs),
    findCertificate: (certificate) => findCertificate(call, certificate),
    createOrder: (order, key) => createOrder(call, order, key),
    readOrder: (orderId) => readOrder(call, orderId),
    cancelOrder: async (orderId, key) => {
      sameOrder(orderId, await call('cancelOrder', { params: { orderId } }, { key }))
    },
    requestSms: async (orderId, key) => toChallenge(await call('requestSms', { params: { orderId } }, { key })),
    verifySms: async ({ orderId, challengeId, code }, key) => {
      const request = { params: { orderId, challengeId }, body: { code } }
      return toOrder(sameOrder(orderId, await call('verifySms', request, { key })))
    },
    submitRequest: async ({ orderId, request, proof, keyWrapping }, key) => {
      const signed = proof && { algorithm: proof.algorithm, signature: base64(proof.signature) }
      const body = {
        csr: base64(request),
        ...(signed === undefined ? {} : { proof: signed }),
        ...(keyWrapping.length === 0 ? {} : { keyWrapping: [...keyWrapping] }),
      }
      return toOrder(sameOrder(orderId, await call('submitCsr', { params: { orderId }, body }, { key })))
    },
    readIssued: async (orderId) => toIssued(await call('getIssued', { params: { orderId } })),
    confirm: async ({ orderId, certificateSha256, installed, reason, encryption }, key) => {
      const body = {
        signingCertificateSha256: certificateSha256,
        installed,
        ...shortened(reason),
        ...(encryption === undefined ? {} : { encryption: { ...encryption, ...shortened(encryption.reason) } }),
      }
      sameOrder(orderId, await call('confirmOrder', { params: { orderId }, body }, { key }))
    },
  }
}

type Heard = Pick<PlatformHealth, 'current' | 'moments'>

async function reach(call: PlatformCall, health: Heard, freshMs = 0): Promise<void> {
  const heardMs = Date.now() - (health.moments().heardAt ?? -Infinity)
  // Negative when the computer's clock was set back: then nothing is known.
  if (health.current().state === 'available' && heardMs >= 0 && heardMs < freshMs) return
  const { maintenance, time } = await call('getService', {})
  if (maintenance === undefined) return
  const now = Date.parse(time)
  if (Date.parse(maintenance.from) <= now && now < Date.parse(maintenance.until)) {
    throw new AppError('platform.maintenance', { details: { until: maintenance.until } })
  }
}

/** One certificate has at most one active order: when there is one already, it is the one to go on with. */
async function createOrder(
  call: PlatformCall,
  { kind, certificateId, keyWrapping }: Parameters<Platform['createOrder']>[0],
  key: string,
): Promise<PlacedOrder> {
  try {
    const offered = keyWrapping === undefined ? {} : { keyWrapping: [...keyWrapping] }
    const order = await call('createOrder', { body: { kind, certificateId, ...offered } }, { key })
    return { ...toOrder(ofCertificate(certificateId, order)), wasThere: false }
  } catch (error) {
    const orderId = existingOrderId(error)
    if (orderId === undefined) throw error
    return { ...toOrder(ofCertificate(certificateId, await readWireOrder(call, orderId))), wasThere: true }
  }
}

function existingOrderId(error: unknown): string | undefined {
  if (!(error instanceof AppError) || !hasCode(error, 'platform.orderActive')) return undefined
  const orderId = error.failure.details?.['existingOrderId']
  return typeof orderId === 'string' ? orderId : undefined
}

async function readOrder(call: PlatformCall, orderId: string): Promise<PlatformOrder> {
  return toOrder(await readWireOrder(call, orderId))
}

async function readWireOrder(call: PlatformCall, orderId: string): Promise<WireOrder> {
  const order = await call('getOrder', { params: { orderId } })
  if (order.id !== orderId) throw mismatch('/id', 'not-done')
  return order
}

/** An answer about another order or certificate would send the renewal down the wrong path. */
function sameOrder(orderId: string, order: WireOrder): WireOrder {
  if (order.id !== orderId) throw mismatch('/id')
  return order
}

function ofCertificate(certificateId: string, order: WireOrder): WireOrder {
  if (order.certificateId !== certificateId) throw mismatch('/certificateId')
  return order
}

function mismatch(path: string, outcome: Outcome = 'unknown'): AppError {
  return new AppError('platform.offContract', { details: { outcome, paths: path } })
}

function shortened(reason: string | undefined): { readonly reason?: string } {
  return reason === undefined ? {} : { reason: reason.slice(0, longestReason) }
}

function toOrder({ problem, ...order }: WireOrder): PlatformOrder {
  const { id, state, popRequired, popNonce, expiresAt, publicKeySha256 } = order
  const rejection = rejectionOf(problem)
  return {
    ...{ id, state, popRequired, popNonce, expiresAt },
    ...(rejection === undefined ? {} : { rejection }),
    withEncryption: order.withEncryption ?? false,
    ...(publicKeySha256 === undefined ? {} : { publicKeySha256 }),
  }
}

function toChallenge(challenge: PlatformAnswer<'requestSms'>): SmsChallenge {
  const { id, maskedPhone, codeLength, expiresAt, resendAt, attemptsLeft } = challenge
  return { id, maskedPhone, codeLength, expiresAt, resendAt, attemptsLeft }
}

function toIssued({ signingCertificate, chain, encryption }: PlatformAnswer<'getIssued'>): IssuedCertificates {
  const certificates = { signing: bytes(signingCertificate), chain: chain.map(bytes) }
  if (encryption === undefined) return certificates
  return { ...certificates, encryption: toEncryption(encryption) }
}

function toEncryption({ certificate, wrappedKey }: WireEncryption): IssuedEncryption {
  const common = { certificate: bytes(certificate), wrapping: wrappedKey.wrapping }
  if ('envelopedKey' in wrappedKey) return { ...common, envelopedKey: bytes(wrappedKey.envelopedKey) }
  const { encryptedKey, encryptedPrivateKey } = wrappedKey
  return { ...common, encryptedKey: bytes(encryptedKey), encryptedPrivateKey: bytes(encryptedPrivateKey) }
}

function base64(value: Uint8Array): string {
  return Buffer.from(value).toString('base64')
}

function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'))
}
