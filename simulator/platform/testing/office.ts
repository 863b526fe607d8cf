/** A running simulator with a client that is logged in, and the steps that many tests begin with. */
import { createHash } from 'node:crypto'
import { onTestFinished } from 'vitest'
import type { EnrolledHolder } from '../../../src/shared/demo/simulator-messages.ts'
import type { PlatformAnswer } from '../../../src/shared/platform/endpoints.ts'
import type { KeyWrapping } from '../../../src/shared/platform/schemas/orders.ts'
import type { PlatformSimulator, PlatformSimulatorOptions } from '../platform-simulator.ts'
import { createPlatformSimulator } from '../platform-simulator.ts'
import type { ContractClient } from './contract-client.ts'
import { createContractClient } from './contract-client.ts'
import type { TestKey } from './holder.ts'
import { certificateRequest, newTestKey, possessionProof, subjectOf } from './holder.ts'

export const dayMs = 86_400_000
type Order = PlatformAnswer<'getOrder'>

export interface EnrolledKey {
  readonly key: TestKey
  readonly certificate: Uint8Array
  readonly certificateId: string
}

export interface Office {
  readonly simulator: PlatformSimulator
  readonly client: ContractClient
  readonly origin: string
  /** A certificate that began a year ago and ends in so many days. */
  readonly enrol: (daysLeft: number, key?: TestKey, holder?: Partial<EnrolledHolder>) => Promise<EnrolledKey>
  readonly orderFor: (enrolled: EnrolledKey, kind?: Order['kind']) => Promise<Order>
  /** An order whose SMS code has been entered. */
  readonly readyOrderFor: (enrolled: EnrolledKey, kind?: Order['kind']) => Promise<Order>
  /** Sends a request for a new key, with the proof that the order asks for. */
  readonly submit: (
    enrolled: EnrolledKey,
    order: Order,
    newKey?: TestKey,
    keyWrapping?: readonly KeyWrapping[],
  ) => Promise<Order>
}

export const organisationHolder = {
  account: 'demo',
  subject: {
    province: '北京市',
    locality: '北京市',
    organisation: '示例科技（北京）有限公司',
    commonName: '示例科技（北京）有限公司',
  },
  holderKind: 'organisation',
  creditCode: '91110108MA01A2B3XY',
  usage: 'signing',
  cardNumber: '3301020240001234',
} satisfies Partial<EnrolledHolder>

export async function openOffice(options: PlatformSimulatorOptions = {}): Promise<Office> {
  const simulator = await createPlatformSimulator({ families: ['p-256'], smsResendMs: 0, ...options })
  const { origin } = await simulator.listen()
  onTestFinished(() => simulator.close())
  const client = createContractClient(origin)
  await client.login()
  const orderFor: Office['orderFor'] = ({ certificateId }, kind = 'renewal') =>
    client.call('createOrder', { body: { kind, certificateId } })

  return {
    simulator,
    client,
    origin,
    enrol: (daysLeft, key, holder) => enrolFor(simulator, client, { daysLeft, key, holder }),
    orderFor,
    readyOrderFor: async (enrolled, kind) => {
      const { id: orderId } = await orderFor(enrolled, kind)
      const { id: challengeId } = await client.call('requestSms', { params: { orderId } })
      const code = lastCode(simulator)
      return client.call('verifySms', { params: { orderId, challengeId }, body: { code } })
    },
    submit: ({ key, certificate }, order, newKey = newTestKey(key.kind), keyWrapping) => {
      const csr = certificateRequest(newKey, subjectOf(certificate))
      const proof = order.popRequired ? { proof: possessionProof(key, order, csr) } : {}
      return client.call('submitCsr', {
        params: { orderId: order.id },
        body: {
          csr: csr.toString('base64'),
          ...proof,
          ...(keyWrapping === undefined ? {} : { keyWrapping: [...keyWrapping] }),
        },
      })
    },
  }
}

interface EnrolOptions {
  readonly daysLeft: number
  readonly key?: TestKey | undefined
  readonly holder?: Partial<EnrolledHolder> | undefined
}

async function enrolFor(
  simulator: PlatformSimulator,
  client: ContractClient,
  { daysLeft, key = newTestKey(), holder }: EnrolOptions,
): Promise<EnrolledKey> {
  const now = simulator.clock.now()
  const certificate = await simulator.enrol({
    ...organisationHolder,
    notBefore: now - 366 * dayMs,
    notAfter: now + daysLeft * dayMs,
    ...holder,
    publicKey: key.publicKey,
  })
  const hash = createHash('sha256').update(key.publicKey).digest('hex')
  const { items } = await client.call('listCertificates', { query: { pageSize: 100 } })
  return { key, certificate, certificateId: items.find((item) => item.publicKeySha256 === hash)?.id ?? 'not-listed' }
}

export function lastCode({ inbox }: PlatformSimulator): string {
  return inbox.list().at(-1)?.code ?? ''
}

export function sha256(base64: string): string {
  return createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex')
}
