/** Every operation that a renewal uses, brought to where it comes next. */
import { createHash } from 'node:crypto'
import {
  certificateRequest,
  newTestKey,
  possessionProof,
  subjectOf,
} from '../../../simulator/platform/testing/holder.ts'
import type { PlatformConnection } from '../../../src/main/platform/platform.ts'
import type { PlatformOrder } from '../../../src/main/renewal/ports.ts'
import type { SimulatorBooks } from '../../../src/shared/demo/simulator-messages.ts'
import type { OperationId } from '../../../src/shared/platform/endpoints.ts'
import { password, type Desk } from './platform-bench.ts'

/** The call under test; each time it sends the very same. */
type Call = (connection: PlatformConnection) => Promise<unknown>

export interface UnderTest {
  readonly operation: OperationId
  /** `read`: changes nothing. `never`: is sent once. `keyed`: may be sent again with the same key. */
  readonly class: 'read' | 'never' | 'keyed'
  readonly needsLogin: boolean
  /** Its answer is an order, whose number and state are looked at. */
  readonly answersOrder: boolean
  readonly prepare: (desk: Desk) => Promise<{ readonly call: Call; readonly orderId?: string }>
  /** What the books say more when it was done once. */
  readonly once: Partial<SimulatorBooks>
  /** The state of the order before and after it was done. */
  readonly states?: readonly [PlatformOrder['state'], PlatformOrder['state']]
}

const read = { class: 'read', needsLogin: true, answersOrder: false, once: {} } as const
const keyed = { class: 'keyed', needsLogin: true, answersOrder: true, once: {} } as const

export const underTest: readonly UnderTest[] = [
  {
    ...read,
    operation: 'getService',
    needsLogin: false,
    prepare: () => Promise.resolve({ call: ({ service }) => service() }),
  },
  {
    ...read,
    operation: 'listCertificates',
    prepare: (desk) => Promise.resolve({ call: (connection) => find(desk, connection) }),
  },
  {
    ...read,
    operation: 'getOrder',
    answersOrder: true,
    prepare: async (desk) => {
      const { id: orderId } = await placed(desk)
      return { orderId, call: ({ platform }) => platform.readOrder(orderId) }
    },
  },
  {
    ...read,
    operation: 'getIssued',
    prepare: async (desk) => {
      const { orderId } = await issued(desk)
      return { orderId, call: ({ platform }) => platform.readIssued(orderId) }
    },
  },
  {
    operation: 'login',
    class: 'never',
    needsLogin: false,
    answersOrder: false,
    once: {},
    prepare: ({ account }) => Promise.resolve({ call: ({ session }) => session.login(account, password) }),
  },
  {
    ...keyed,
    operation: 'createOrder',
    once: { orders: 1 },
    prepare: async (desk) => {
      const { id: certificateId } = await find(desk, desk.observer)
      return { call: ({ platform }) => platform.createOrder({ kind: 'renewal', certificateId }, desk.key) }
    },
  },
  {
    ...keyed,
    operation: 'requestSms',
    answersOrder: false,
    once: { sms: 1 },
    states: ['pending-verification', 'pending-verification'],
    prepare: async (desk) => {
      const { id: orderId } = await placed(desk)
      return { orderId, call: ({ platform }) => platform.requestSms(orderId, desk.key) }
    },
  },
  {
    ...keyed,
    operation: 'verifySms',
    states: ['pending-verification', 'ready'],
    prepare: async (desk) => {
      const { id: orderId } = await placed(desk)
      const { id: challengeId } = await desk.observer.platform.requestSms(orderId, crypto.randomUUID())
      const sms = { orderId, challengeId, code: newestCode(desk, orderId) }
      return { orderId, call: ({ platform }) => platform.verifySms(sms, desk.key) }
    },
  },
  {
    ...keyed,
    operation: 'submitCsr',
    once: { certificatesIssued: 1 },
    states: ['ready', 'issued'],
    prepare: async (desk) => {
      const submission = newRequest(desk, await ready(desk))
      const { orderId } = submission
      return { orderId, call: ({ platform }) => platform.submitRequest(submission, desk.key) }
    },
  },
  {
    ...keyed,
    operation: 'confirmOrder',
    once: { confirmations: 1 },
    states: ['issued', 'completed'],
    prepare: async (desk) => {
      const confirmation = { ...(await issued(desk)), installed: true }
      const { orderId } = confirmation
      return { orderId, call: ({ platform }) => platform.confirm(confirmation, desk.key) }
    },
  },
  {
    ...keyed,
    operation: 'cancelOrder',
    states: ['pending-verification', 'cancelled'],
    prepare: async (desk) => {
      const { id: orderId } = await placed(desk)
      return { orderId, call: ({ platform }) => platform.cancelOrder(orderId, desk.key) }
    },
  },
]

export function find({ old: { serialNumber, publicKeySha256 } }: Desk, { platform }: PlatformConnection) {
  return platform.findCertificate({ serialNumber, publicKeySha256 })
}

export async function placed(desk: Desk): Promise<PlatformOrder> {
  const { id: certificateId } = await find(desk, desk.observer)
  return desk.observer.platform.createOrder({ kind: 'renewal', certificateId }, crypto.randomUUID())
}

export async function ready(desk: Desk): Promise<PlatformOrder> {
  const { platform } = desk.observer
  const { id: orderId } = await placed(desk)
  const { id: challengeId } = await platform.requestSms(orderId, crypto.randomUUID())
  return platform.verifySms({ orderId, challengeId, code: newestCode(desk, orderId) }, crypto.randomUUID())
}

export async function issued(desk: Desk) {
  const { platform } = desk.observer
  const submission = newRequest(desk, await ready(desk))
  const { orderId } = submission
  await platform.submitRequest(submission, crypto.randomUUID())
  const { signing } = await platform.readIssued(orderId)
  return { orderId, certificateSha256: createHash('sha256').update(signing).digest('hex') }
}

/** A request for a new key, with the proof of the old one. */
export function newRequest({ old }: Desk, order: PlatformOrder) {
  const csr = certificateRequest(newTestKey(), subjectOf(old.certificate))
  const { signature } = possessionProof(old.key, order, csr)
  const proof = { algorithm: 'ecdsa-p256-sha256', signature: new Uint8Array(Buffer.from(signature, 'base64')) } as const
  return { orderId: order.id, request: new Uint8Array(csr), proof, keyWrapping: [] }
}

export function newestCode({ simulator }: Desk, orderId: string): string {
  return simulator.inbox.list().findLast((message) => message.orderId === orderId)?.code ?? ''
}
